import ArgumentParser
import Configuration

/// The options that say how a table is to be read, each a key of the configuration file.
struct TableOptions: GivenSettings {
    @Option(help: .setting("csv_time"))
    var csvTime: String?
    @Option(help: .setting("csv_aggregate"))
    var csvAggregate: String?
    @Option(help: .setting("csv_unit"))
    var csvUnit: String?
    @Option(help: .setting("csv_meter"))
    var csvMeter: String?
    @Option(help: .setting("csv_date_order"))
    var csvDateOrder: String?
    @Option(help: .setting("csv_decimal"))
    var csvDecimal: String?
    @Option(help: .setting("time_zone"))
    var timeZone: String?
}
