/// A table whose form is known from its first lines: where its times stand, whose its lines are, and how it writes numbers.
struct CSVTable {
    let head: TableHead
    let survey: TableSurvey
    let times: TableTimes
    let whose: MeterColumn?
    private let options: CSVOptions

    /// `zone`: an IANA name; nil for days of UTC and times that name their zone.
    init(file: String, options: CSVOptions, zone: String?) throws(DatasetError) {
        head = try TableHead(path: file)
        survey = try TableSurvey(head)
        times = try TableTimes(head, survey, options, zone: zone)
        whose = try MeterColumn(head, survey, times: times, meter: options.meter)
        self.options = options
        if whose == nil { try times.check() }
    }

    /// A column as a meter: of the whole house for nil; `isSubtracted` takes it off the sum.
    ///
    /// What its name, a user or its numbers say of the unit counts; energies that nobody asked for as such are refused.
    func meter(_ appliance: String?, _ column: Int, isSubtracted: Bool = false) throws(DatasetError)
        -> TableMeters.Meter
    {
        let name = ColumnName(head.names[column])
        let found = survey.columns[column]
        let source = head.source(of: column)
        var meter = TableMeters.Meter(appliance: appliance, column: column, quantity: .unknown)
        switch options.unit?.quantity ?? name.quantity {
        case .power(let quantity, let watts):
            meter.quantity = quantity
            meter.scale = watts
        case .energy(let wattHours):
            guard options.unit != nil, let wattHours else {
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
        if options.unit == nil, meters.contains(where: isUnnamed) {
            remarks.append(.unitsTakenForWatts)
        }
        let kinds = meters.filter { $0.kind != .power }
        if !kinds.isEmpty {
            remarks.append(
                .energies(
                    columns: kinds.map { head.source(of: $0.column) },
                    areRegisters: kinds.allSatisfy { $0.kind == .register }))
        }
        if let whose {
            remarks.append(.onlyLinesOf(whose.value, column: head.source(of: whose.column)))
        }
        if !unused.isEmpty { remarks.append(.unused(columns: unused)) }
        return remarks
    }
}
