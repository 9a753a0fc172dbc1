/// Row lengths around the widths of vector registers: alone, below, at and above 8 and 16, and far beyond.
let kernelSizes = [1, 7, 8, 9, 15, 16, 17, 257]
