/// What is known of one kind of appliance.
package struct ApplianceKind: Equatable, Sendable {
    /// The canonical name.
    package var name: String
    /// Other labels of the same thing in published data sets.
    package var aliases: [String]
    /// On from this many watts.
    package var onThreshold: Float
    /// The most it draws, watts; nil if not known.
    package var maximum: Float?
    /// Where threshold and maximum come from, for the method notes.
    package var source: String
}
