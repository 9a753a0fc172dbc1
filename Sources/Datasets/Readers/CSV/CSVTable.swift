import Runs

/// A table whose form is known from its first lines: where its times stand, whose its lines are, and how it writes numbers.
struct CSVTable {
    let head: TableHead
    /// Of the lines of the meter that is read.
    let survey: TableSurvey
    let times: TableTimes
    let whose: MeterColumn?
    private let options: CSVOptions
    /// What a column of units says, where there is one.
    private let unitOfLines: ColumnName.Quantity?

    /// `zone`: an IANA name; nil for days of UTC and times that name their zone.
    init(file: String, options: CSVOptions, zone: String?) throws(DatasetError) {
        head = try TableHead(path: file)
        let all = try TableSurvey(head)
        times = try TableTimes(head, all, options, zone: zone)
        whose = try MeterColumn(head, all, times: times, meter: options.meter)
        self.options = options
        if whose == nil { try times.check() }
        let survey = whose == nil ? all : try TableSurvey(head, of: whose)
        self.survey = survey
        let unit = head.names.enumerated().first { column, name in
            ["unit", "units", "unit_of_measurement"].contains(ColumnName(name).label)
                && survey.columns[column].texts.count == 1
        }?.offset
        unitOfLines = unit.flatMap { survey.columns[$0].texts.first }.map { ColumnName("x " + $0).quantity }
    }

    /// A column as a meter: of the whole house for nil; `isSubtracted` takes it off the sum.
    ///
    /// Its name says its unit, or else the user or a column of units; energies that nobody asked for as such are refused.
    func meter(_ appliance: String?, _ column: Int, isSubtracted: Bool = false) throws(DatasetError)
        -> TableMeters.Meter
    {
        let name = ColumnName(head.names[column])
        let found = survey.columns[column]
        let source = head.source(of: column)
        var meter = TableMeters.Meter(appliance: appliance, column: column, quantity: .unknown)
        switch quantity(of: name) {
        case .power(let quantity, let watts):
            meter.quantity = quantity
            meter.scale = watts
        case .energy(let wattHours):
            guard case .energy? = options.unit?.quantity, let wattHours else {
                throw .energyColumn(source, file: head.path, unit: wattHours == 1 ? .Wh : .kWh)
            }
            meter.quantity = .active
            meter.scale = wattHours
            meter.kind = found.isRegister ? .register : .interval
        case .unclear:
            throw .unitUnclear(source, file: head.path)
        case .unknown, .other:
            if found.onlyRises { throw .registerLike(source, file: head.path) }
        }
        if isSubtracted { meter.scale = -meter.scale }
        return meter
    }

    /// The columns of the whole house as meters.
    func aggregate(_ columns: CSVColumns.Sum) throws(DatasetError) -> [TableMeters.Meter] {
        var meters: [TableMeters.Meter] = []
        for part in columns { meters.append(try meter(nil, part.column, isSubtracted: part.isSubtracted)) }
        return meters
    }

    private func quantity(of name: ColumnName) -> ColumnName.Quantity {
        switch name.quantity {
        case .power, .energy(_?): name.quantity
        case .energy(nil): options.unit?.quantity ?? name.quantity
        case .unknown, .other, .unclear: options.unit?.quantity ?? unitOfLines ?? name.quantity
        }
    }

    /// Columns as meters of a house, their numbers in one form.
    func meters(_ meters: [TableMeters.Meter]) throws(DatasetError) -> TableMeters {
        var forms = NumberForms()
        for meter in meters { forms.add(survey.columns[meter.column].forms) }
        let numbers: NumberForm
        switch forms.form(decimal: options.decimal) {
        case .success(let form): numbers = form
        case .failure(let unclear): throw .numbersUnclear(unclear.number, file: head.path)
        }
        return TableMeters(
            head: head, time: times.form, timeColumns: times.columns, numbers: numbers, whose: whose, meters: meters)
    }

    /// What a reader should know of the columns.
    func remarks(on meters: [TableMeters.Meter], unused: [String]) -> [DataRemark] {
        var remarks: [DataRemark] = []
        let isUnnamed = { (meter: TableMeters.Meter) in
            switch ColumnName(head.names[meter.column]).quantity {
            case .unknown, .other: true
            default: false
            }
        }
        if options.unit == nil, unitOfLines == nil, meters.contains(where: isUnnamed) {
            remarks.append(.unitsTakenForWatts)
        }
        let registers = meters.filter { $0.kind == .register }.map { head.source(of: $0.column) }
        let intervals = meters.filter { $0.kind == .interval }.map { head.source(of: $0.column) }
        if !registers.isEmpty { remarks.append(.registers(columns: registers)) }
        if !intervals.isEmpty { remarks.append(.intervals(columns: intervals)) }
        if let whose {
            remarks.append(.onlyLinesOf(value: whose.value, column: head.source(of: whose.column)))
        }
        if !unused.isEmpty { remarks.append(.unused(columns: unused)) }
        return remarks
    }
}
