import ArgumentParser
import Configuration

/// The options that say how a table is to be read, each a key of the configuration file.
struct TableOptions: ParsableArguments {
    @Option(
        help: .setting(
            "csv_time", "CSV: the column of times, its name or number, or those of date and time of day: Date,Time."))
    var csvTime: String?
    @Option(
        help: .setting(
            "csv_aggregate",
            "CSV: the column of the whole house's power, or several: a,b,c for a sum, a-b for a difference."))
    var csvAggregate: String?
    @Option(
        help: .setting(
            "csv_unit",
            "CSV: W, kW, mW, VA, kVA, or Wh and kWh for energies; without, as the columns' names say, else W."))
    var csvUnit: String?
    @Option(help: .setting("csv_meter", "CSV with a line a meter: the meter to read, as its lines name it."))
    var csvMeter: String?
    @Option(help: .setting("csv_date_order", "CSV: the order of a date: ymd, dmy or mdy; without, as the dates tell."))
    var csvDateOrder: String?
    @Option(help: .setting("csv_decimal", "CSV: what parts fractions: point or comma; without, as the numbers tell."))
    var csvDecimal: String?
    @Option(help: .setting("time_zone", "Zone of days, and of a CSV's times that name none, such as Europe/London."))
    var timeZone: String?

    /// Keys of settings with what was given.
    var given: [(key: String, value: String?)] {
        [
            ("csv_time", csvTime), ("csv_aggregate", csvAggregate), ("csv_unit", csvUnit), ("csv_meter", csvMeter),
            ("csv_date_order", csvDateOrder), ("csv_decimal", csvDecimal), ("time_zone", timeZone),
        ]
    }

    /// The same with the options' names.
    var options: [(key: String, option: String, value: String?)] {
        given.map { ($0.key, Setting.named($0.key)?.option ?? $0.key, $0.value) }
    }
}
