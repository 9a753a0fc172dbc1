import Runs
import Support
import Testing

@testable import Datasets

@Suite struct AppliancesTests {
    @Test(
        "labels of other houses and hands mean the same appliance",
        arguments: [
            ("dish_washer", "dishwasher"), ("Dish washer", "dishwasher"), ("fridge-freezer", "fridge"),
            ("washer_dryer", "washing_machine"), ("kettle_radio", "kettle"), ("kettle", "kettle"), ("TV", "tv"),
            ("Combination Microwave", "microwave"), ("Fridge & Freezer", "fridge"), ("washer/dryer", "washing_machine"),
            ("tumble  dryer (garage)", "tumble_dryer_garage"), ("***", "***"),
        ])
    func aliases(label: String, name: String) {
        #expect(Appliances.canonicalName(label) == name)
    }

    @Test("no label means two appliances")
    func unambiguous() {
        let labels = Appliances.table.flatMap { [$0.name] + $0.aliases }
        #expect(Set(labels).count == labels.count)
        #expect(
            labels.allSatisfy { Appliances.kind(named: $0).aliases.contains($0) || Appliances.canonicalName($0) == $0 })
    }

    @Test(
        "thresholds are those of the literature",
        arguments: [
            ("kettle", 2000), ("microwave", 200), ("fridge", 50), ("dishwasher", 10), ("washing_machine", 20),
            ("tv", 10),
        ] as [(String, Float)])
    func thresholds(name: String, watts: Float) {
        #expect(Appliances.kind(named: name).onThreshold == watts)
    }

    @Test(
        "shortest times are those of the literature, and none for what is not in the table",
        arguments: [
            ("kettle", 12, 0), ("microwave", 12, 30), ("fridge", 60, 12), ("dishwasher", 1800, 1800),
            ("washing_machine", 1800, 160), ("pulse", 0, 0), ("tv", 0, 0),
        ])
    func shortestTimes(name: String, on: Int, off: Int) {
        let kind = Appliances.kind(named: name)
        #expect(kind.minimumOn == on && kind.minimumOff == off)
    }

    @Test("the source of a threshold that was assumed says so")
    func source() {
        #expect(Appliances.kind(named: "tv").source.text.english.contains("NILMTK"))
        #expect(Appliances.kind(named: "kettle").source.text.english.contains("Kelly"))
    }
}
