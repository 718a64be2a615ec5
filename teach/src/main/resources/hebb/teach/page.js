function explain(cell) {
    const card = cell.closest('article');
    card.querySelectorAll('td.chosen').forEach(c => c.classList.remove('chosen'));
    cell.classList.add('chosen');
    card.querySelector('.worked').textContent = cell.dataset.how;
}
const cards = [...document.querySelectorAll('article')];
for (const card of cards) {
    const cells = [...card.querySelectorAll('td[data-how]')];
    const strength = cell => Number(cell.style.getPropertyValue('--s'));
    if (cells.length) explain(cells.reduce((a, b) => strength(b) > strength(a) ? b : a));
}
document.addEventListener('click', e => {
    const cell = e.target.closest('td[data-how]');
    if (cell) explain(cell);
});
let here = -1;
document.addEventListener('keydown', e => {
    const cell = document.activeElement.closest('td[data-how]');
    if (cell && (e.key === 'Enter' || e.key === ' ')) {
        e.preventDefault();
        explain(cell);
        return;
    }
    const step = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
    if (!step) return;
    e.preventDefault();
    cards[here]?.classList.remove('here');
    here = Math.max(0, Math.min(cards.length - 1, here + step));
    cards[here].classList.add('here');
    cards[here].scrollIntoView({ block: 'center' });
});
