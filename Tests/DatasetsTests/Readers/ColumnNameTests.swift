import Testing

@testable import Datasets

@Suite("What a column's name says") struct ColumnNameTests {
    @Test(
        "a power's unit is found in every usual spelling and place",
        arguments: [
            ("kettle_kw", "kettle", 1000), ("Mains (kW)", "mains", 1000), ("total [W]", "total", 1),
            ("mains (kWatts)", "mains", 1000), ("mains_kw_avg", "mains", 1000), ("kW_mains", "mains", 1000),
            ("Aggregate in Watts", "aggregate_in", 1), ("gridPowerW", "grid_power", 1), ("gridkW", "grid", 1000),
            ("kitchenFridge_W", "kitchen_fridge", 1), ("L1 mW", "l1", 0.001), ("L1 MW", "l1", 1e6),
            ("mains_va", "mains", 1), ("Mains kVA", "mains", 1000), ("mains volt-amperes", "mains", 1),
            ("W", "", 1), ("kilowatts", "", 1000), ("HVACPower_kW", "hvac_power", 1000),
        ])
    func powers(name: String, label: String, watts: Double) {
        let parsed = ColumnName(name)
        #expect(parsed.label == label)
        guard case .power(_, watts) = parsed.quantity else {
            Issue.record("\(name) is \(parsed.quantity)")
            return
        }
    }

    @Test(
        "energies are no powers",
        arguments: [
            ("Import kWh", 1000), ("total_kwh", 1000), ("mains (kWhs)", 1000), ("watt_hours", 1),
            ("kettle_watt_hours", 1), ("KWH/hh (per half hour)", 1000), ("Energy (Wh)", 1), ("energyMWh", 1e6),
            ("kilowatt-hours", 1000), ("heat kJ", 1 / 3.6),
        ])
    func energies(name: String, wattHours: Double) {
        guard case .energy(let found?) = ColumnName(name).quantity else {
            Issue.record("\(name) is \(ColumnName(name).quantity)")
            return
        }
        #expect(abs(found - wattHours) < 1e-9)
        #expect(!ColumnName(name).isPower)
    }

    @Test(
        "voltages, states, identities and the like are none",
        arguments: [
            "V", "A", "VAR", "PF", "Hz", "f", "voltage", "Voltage (V)", "mains_current", "Global_intensity",
            "reactive_power", "power factor", "oven_status", "ovenState", "washer_state", "temperature (C)", "dataid",
            "house_id", "L1 max W", "humidity", "tariff",
        ])
    func others(name: String) { #expect(!ColumnName(name).isPower, "\(name) is \(ColumnName(name).quantity)") }

    @Test("a unit in small letters that may be two is not clear, and names without one say nothing")
    func unclear() {
        #expect(ColumnName("mains_mw").quantity == .unclear("mw"))
        #expect(ColumnName("kettle").quantity == .unknown && ColumnName("kettle").isPower)
        #expect(ColumnName("Current power").quantity == .unknown)
        #expect(ColumnName("energy").quantity == .energy(wattHours: nil))
    }
}
