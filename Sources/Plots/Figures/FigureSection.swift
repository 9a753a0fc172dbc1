/// The parts of the report that have figures, in its order.
package enum FigureSection: String, CaseIterable, Sendable {
    case metrics, windows, attention, training, energy, errors
}
