extension Windows {
    /// The segment that holds a window.
    package func segment(of index: Int) -> Segment { segments[positions[index].segment] }

    /// Unix seconds of a window's first row.
    package func start(of index: Int) -> Int {
        let position = positions[index]
        let segment = segments[position.segment]
        return segment.start + position.offset * segment.period
    }

    /// Writes a window's aggregate, normalised: out = (x - mean) / scale.
    ///
    /// Shapes: out (length).
    package func copyAggregate(
        of index: Int, normalisedBy normalisation: Normalisation = .none, into out: UnsafeMutableBufferPointer<Float>
    ) {
        copy(
            \.aggregate, of: index, subtracting: normalisation.aggregateMean, dividingBy: normalisation.aggregateScale,
            into: out)
    }

    /// Writes a window's truth, normalised: out = y / scale.
    ///
    /// Shapes: out (length).
    package func copyTruth(
        of index: Int, normalisedBy normalisation: Normalisation = .none, into out: UnsafeMutableBufferPointer<Float>
    ) {
        copy(\.truth, of: index, subtracting: 0, dividingBy: normalisation.applianceScale, into: out)
    }

    private func copy(
        _ rows: KeyPath<Segment, [Float]>, of index: Int, subtracting mean: Float, dividingBy scale: Float,
        into out: UnsafeMutableBufferPointer<Float>
    ) {
        precondition(out.count == length, "a window has \(length) rows, the buffer \(out.count)")
        let position = positions[index]
        segments[position.segment][keyPath: rows].withUnsafeBufferPointer { values in
            for row in 0..<length { out[row] = (values[position.offset + row] - mean) / scale }
        }
    }
}
