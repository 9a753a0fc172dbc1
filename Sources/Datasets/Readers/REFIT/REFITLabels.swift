import Support

/// Which appliance each column of each REFIT house is.
///
/// A table of lines `house,Appliance1,...,Appliance9`; an empty name is a column that is not used or not known. The
/// built-in table can be replaced, a house at a time, by a file `labels.csv` of the same form beside the data.
struct REFITLabels: Equatable {
    static let columns = 9

    /// As the data set's read-me file and the published studies have it (they disagree on houses 10, 12, 13 and 15; here
    /// it is the later table, of the cleaned release). A washer dryer beside a washing machine has a name of its own, as
    /// studies of washing machines leave it out, and a switch that a kettle shares with a toaster too.
    static let builtIn = """
        house,Appliance1,Appliance2,Appliance3,Appliance4,Appliance5,Appliance6,Appliance7,Appliance8,Appliance9
        1,fridge,chest_freezer,upright_freezer,tumble_dryer,washing_machine,dishwasher,computer,television,electric_heater
        2,fridge_freezer,washing_machine,dishwasher,television,microwave,toaster,hi_fi,kettle,overhead_fan
        3,toaster,fridge_freezer,freezer,tumble_dryer,dishwasher,washing_machine,television,microwave,kettle
        4,fridge,freezer,fridge_freezer,washing_machine,washing_machine,computer,television,microwave,kettle
        5,fridge_freezer,tumble_dryer,washing_machine,dishwasher,computer,television,combination_microwave,kettle,toaster
        6,freezer,washing_machine,dishwasher,computer,television,microwave,kettle,toaster,computer
        7,fridge,freezer,freezer,tumble_dryer,washing_machine,dishwasher,television,toaster,kettle
        8,fridge,freezer,tumble_dryer,washing_machine,toaster,computer,television,microwave,kettle
        9,fridge_freezer,second_washer_dryer,washing_machine,dishwasher,television,microwave,kettle,hi_fi,electric_heater
        10,blender,freezer,chest_freezer,fridge_freezer,washing_machine,dishwasher,television,microwave,food_processor
        11,fridge,fridge_freezer,washing_machine,dishwasher,computer,microwave,kettle,router,hi_fi
        12,fridge_freezer,television,microwave,kettle,toaster,television,,,
        13,television,,washing_machine,dishwasher,tumble_dryer,television,computer,microwave,kettle
        15,fridge_freezer,tumble_dryer,washing_machine,dishwasher,computer,television,microwave,kettle,toaster
        16,fridge_freezer,fridge_freezer,electric_heater,electric_heater,washing_machine,dishwasher,computer,television,dehumidifier
        17,freezer,fridge_freezer,tumble_dryer,washing_machine,computer,television,microwave,kettle,television
        18,fridge,freezer,fridge_freezer,second_washer_dryer,washing_machine,dishwasher,computer,television,microwave
        19,fridge_freezer,washing_machine,television,microwave,kettle,toaster,bread_maker,lamp,hi_fi
        20,fridge,freezer,tumble_dryer,washing_machine,dishwasher,computer,television,microwave,kettle
        21,fridge_freezer,tumble_dryer,washing_machine,dishwasher,food_mixer,television,kettle_and_toaster,vivarium,pond_pump

        """

    /// The names of a house's columns Appliance1 to Appliance9, as they stand in the table.
    private(set) var names: [HouseName: [String]] = [:]

    /// The built-in table.
    init() {
        do throws(DatasetError) { try add(Self.builtIn, path: "the built-in table") } catch {
            preconditionFailure("\(error)")
        }
    }

    /// Replaces the houses of the table in a file.
    mutating func add(_ text: String, path: String) throws(DatasetError) {
        var houses: Set<HouseName> = []
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
                .map { $0.split { $0.isWhitespace }.joined(separator: " ") }
            guard fields.count == Self.columns + 1, let number = Int(fields[0]), number > 0 else {
                throw .line(
                    file: path, line: index + 1,
                    expected: "a house's number and the names of its \(Self.columns) appliances, parted by commas",
                    got: ReadingLine.quoted(String(line)), advice: "mend the line; a name may be empty")
            }
            let house = HouseName(String(number))
            guard houses.insert(house).inserted else {
                throw .line(
                    file: path, line: index + 1, expected: "one line for each house",
                    got: "house \(house) again", advice: "delete one of them")
            }
            names[house] = Array(fields.dropFirst())
        }
    }

    /// The columns (1 to 9) of an appliance in a house, by its canonical name.
    func columns(of appliance: String, in house: HouseName) -> [Int] {
        (names[house] ?? []).enumerated()
            .filter { !$0.element.isEmpty && Appliances.canonicalName($0.element) == appliance }
            .map { $0.offset + 1 }
    }

    /// The canonical names of a house's appliances, sorted.
    func appliances(of house: HouseName) -> [String] {
        Set((names[house] ?? []).filter { !$0.isEmpty }.map(Appliances.canonicalName)).sorted()
    }
}
