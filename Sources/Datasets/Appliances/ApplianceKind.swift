import Runs

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
    /// The shortest time on that is an activation, and the shortest time off that ends one, in seconds; shorter ones are noise
    /// to those who look at activations. 0 where not known. States of single samples do not heed them.
    package var minimumOn = 0
    package var minimumOff = 0
    /// Seconds for which it usually draws its power at a time; nil where not known. Longer rows average it away.
    package var usualOn: Int?
    /// Seconds that a predicted event may be off and still be a true one; nil for the common tolerance.
    package var eventTolerance: Int?
    /// Where threshold, maximum and shortest times come from, for the method notes.
    package var source: ThresholdSource
}
