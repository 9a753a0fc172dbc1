import Support
import Testing

@testable import Plots

@Suite("Numbers in figures")
struct NumberTextTests {
    @Test(
        "significant digits, whole numbers in full",
        arguments: [
            (0.0, "0"), (1843.2, "1843"), (38.24, "38.2"), (0.00512, "0.00512"), (-2.5, "−2.5"), (100, "100"),
            (99.96, "100"), (0.5, "0.5"),
        ])
    func significant(value: Double, text: String) { #expect(NumberText.significant(value) == text) }

    @Test(
        "a rounded zero has no sign",
        arguments: [(-0.001, 2, "0.00"), (-0.4, 0, "0"), (-0.6, 0, "−1"), (1.25, 1, "1.2")])
    func fixed(value: Double, decimals: Int, text: String) {
        #expect(NumberText.fixed(value, decimals: decimals) == text)
    }

    @Test(
        "what is above zero has its sign, what is printed as zero none",
        arguments: [(4.12, "+4.1", "+4.12"), (-3.2, "−3.2", "−3.20"), (0, "0", "0.00"), (0.001, "+0.001", "0.00")])
    func signed(value: Double, significant: String, fixed: String) {
        #expect(NumberText.signed(value, digits: 2) == significant)
        #expect(NumberText.signed(value, decimals: 2) == fixed)
    }

    @Test("steps have the decimals they need", arguments: [(1.0, 0), (2.5, 1), (0.25, 2), (500, 0), (1e-6, 6)])
    func decimals(step: Double, decimals: Int) { #expect(NumberText.decimals(of: step) == decimals) }

    @Test("numbers and dates are as the language writes them, whatever the machine's locale") func languages() {
        #expect(NumberText.significant(1234.6) == "1235" && NumberText.fixed(-0.25, decimals: 2) == "−0.25")
        let date = CivilDate(year: 2015, month: 8, day: 3).text
        Language.spanish.spoken {
            #expect(NumberText.fixed(-0.25, decimals: 2) == "−0,25" && NumberText.significant(38.21) == "38,2")
            #expect(date.localised == "3 ago 2015")
        }
        #expect(date.localised == "3 Aug 2015")
    }
}
