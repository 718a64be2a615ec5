/// Matrix products: the register tiles that every heavy kernel is made of, and the ways a product
/// is cut into them. Imports `hebb.cpu.work` and `hebb.cpu.simd`; only the classes named `Vector…`
/// may name a type of the Vector API.
///
/// [Gemm] chooses which operand is the left one and makes a [Product]; that packs what pays
/// ([RightPacking] into [Panels], [LeftPacking] into [Bands]) and sums tile by tile ([Tile]), then
/// does the epilogue ([Finish]). A tile is plain loops at first, then [FlexibleTile]'s strips, and
/// once it has been used much a [VectorTile] made for its shape ([Tiles]). A product that reads its
/// right-hand matrix where it lies can go down it together with others ([Gemm#sweep]).
@NullMarked
package hebb.cpu.gemm;

import org.jspecify.annotations.NullMarked;
