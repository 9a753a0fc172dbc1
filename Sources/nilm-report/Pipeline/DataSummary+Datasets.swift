import Configuration
import Datasets
import Pages
import Runs
import Support

extension AskedData {
    init(_ configuration: RunConfiguration, isSynthetic: Bool) {
        self.init(
            from: configuration.from, to: configuration.to, split: isSynthetic ? [] : configuration.split,
            trainHouses: configuration.trainHouses, testHouses: configuration.testHouses)
    }
}

extension LeakageCheck {
    /// Of all appliances, by the windows that they are trained and scored with.
    init(_ dataset: Dataset, _ configuration: RunConfiguration) {
        self = .all(
            dataset.appliances.map { data in
                let window = configuration.window(of: data.appliance)
                return LeakageCheck(
                    of: data, length: window, stride: configuration.stride(of: data.appliance),
                    coveringStride: Windows.coveringStride(for: window))
            })
    }
}
