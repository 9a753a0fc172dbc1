import Foundation
import Support
import Testing

@Suite struct PortableMathTests {
    @Test(
        "the sine is the C library's within rounding", arguments: [-20.0, -3.2, -1e-9, 0, 0.5, 1.5708, 3.1416, 6.3, 20])
    func sineAt(x: Double) {
        #expect(abs(PortableMath.sine(x) - sin(x)) < 1e-14)
    }

    @Test("the sine is the C library's over all angles of the synthetic data")
    func sine() {
        for step in 0...20_000 {
            let x = Double(step) / 1000
            #expect(abs(PortableMath.sine(x) - sin(x)) < 1e-14, "at \(x)")
        }
    }

    @Test(
        "the logarithm is the C library's within rounding",
        arguments: [1e-300, 1e-16, 0.1, 0.5, 0.7071, 0.7072, 0.999999, 1, 1.000001, 1.4142, 1.4143, 2, 1e300])
    func logarithm(x: Double) {
        #expect(abs(PortableMath.logarithm(x) - log(x)) <= 1e-15 * max(1, abs(log(x))))
    }
}
