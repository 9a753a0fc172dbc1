/// Sums and products of sizes, at most Int.max: what is more than that is more than any machine has, and must not trap
/// while it is only asked about.
extension Int {
    package func clampedAdding(_ other: Int) -> Int {
        let (sum, isTooMuch) = addingReportingOverflow(other)
        return isTooMuch ? .max : sum
    }

    /// Of numbers that are not negative.
    package func clampedMultiplied(by other: Int) -> Int {
        let (product, isTooMuch) = multipliedReportingOverflow(by: other)
        return isTooMuch ? .max : product
    }
}
