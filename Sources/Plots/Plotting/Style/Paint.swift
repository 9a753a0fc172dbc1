/// A colour with a meaning, which a page may change, or a colour that is data and stays.
package enum Paint: Equatable, Sendable {
    case role(Role)
    case color(Color)

    /// The colour on white.
    package var light: Color {
        switch self {
        case .role(let role): role.light
        case .color(let color): color
        }
    }
}
