// The order of figures in a report: family by family.

extension FigureID {
  /// The place of the family; inside a family figures stand as they were made.
  var family: Int {
    switch self {
    case .channel: 0
    case .statement: 1
    case .line: 2
    case .matrix, .matrixRowTotal, .seriesSum, .matrixSum: 3
    case .net: 4
    case .bridge: 5
    case .indicator: 6
    case .setback: 7
    case .funnel: 8
    case .process: 9
    case .work: 10
    case .state: 11
    case .evidence: 12
    case .criterion: 13
    case .year: 14
    case .equity: 15
    case .keyFigure: 16
    case .incomeKind, .cost, .tied: 17
    case .assumption: 18
    case .parameter: 19
    case .pensionClaim: 20
    case .opening: 21
    case .check: 22
    case .wages: 23
    case .projectedLine: 24
    case .socialBalance: 25
    case .sensitivity: 26
    case .ratio: 27
    case .comparison: 28
    case .funder: 29
    }
  }
}
