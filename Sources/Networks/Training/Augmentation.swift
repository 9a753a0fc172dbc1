import Support

/// What is changed in one training window, so that a network learns the appliance and not the house it was metered in.
///
/// The options are those of ``TrainingOptions/Sampling``; numbers are drawn evenly.
struct Augmentation: Equatable {
    /// Factor of the appliance's power, in truth and aggregate alike.
    var amplitude: Float = 1
    /// Watts added to the aggregate throughout.
    var offset: Float = 0
    /// The window whose other appliances stand in for this one's; nil for its own.
    var background: Int?

    static let none = Augmentation()

    private init() {}

    /// Of one sequence of a step, among `windows` training windows; different for each seed, step and sequence.
    init(_ options: TrainingOptions.Sampling, windows: Int, seed: UInt64, step: Int, sequence: Int) {
        guard options.amplitude > 0 || options.offset > 0 || options.mixing > 0 else { return }
        var generator = SplitMix64(
            seed: seed ^ 0x4155_474D_454E_5400 ^ UInt64(step) << 20 ^ UInt64(sequence))
        let largest = 1 + options.amplitude
        amplitude = Float(1 / largest + generator.uniform() * (largest - 1 / largest))
        offset = Float((generator.uniform() * 2 - 1) * options.offset)
        let isMixed = generator.uniform() < options.mixing
        let other = generator.integer(in: 0...windows - 1)
        background = isMixed ? other : nil
    }
}
