package hebb.plot;

import hebb.core.shape.HebbException;
import java.awt.EventQueue;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;
import javax.swing.ImageIcon;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.WindowConstants;

/// Figures on the screen.
final class PictureWindow {
    private PictureWindow() {}

    static void show(Figure<?> figure) {
        if (Screen.isThere()) {
            open(figure);
        } else {
            saveInstead(figure);
        }
    }

    private static void open(Figure<?> figure) {
        var picture = new ImageIcon(PictureFile.picture(figure));
        var closed = new CountDownLatch(1);
        try {
            EventQueue.invokeAndWait(() -> {
                var window = new JFrame(figure.title().isEmpty() ? "Hebb" : figure.title());
                window.add(new JLabel(picture));
                window.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
                window.addWindowListener(
                        new WindowAdapter() {
                            @Override
                            public void windowClosed(WindowEvent e) {
                                closed.countDown();
                            }
                        });
                window.setResizable(false);
                window.pack();
                window.setLocationByPlatform(true);
                window.setVisible(true);
            });
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (InvocationTargetException e) {
            switch (e.getCause()) {
                case RuntimeException fault -> throw fault;
                case Error fault -> throw fault;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    private static void saveInstead(Figure<?> figure) {
        try {
            var file = Files.createTempFile("hebb-figure-", ".png");
            PictureFile.write(figure, file);
            System.err.println("no display: the figure is in " + file);
        } catch (IOException e) {
            throw HebbException.of("Figure.show", "there is no display, and no temporary file")
                    .received(e)
                    .fix("figure.save(\"figure.png\")")
                    .cause(e);
        }
    }
}
