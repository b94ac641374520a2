// The bank as the terminal shows it.

import Rulebook
import Testing

@testable import Commands

@Suite struct ParametersCommandTests {
  @Test func columnsLineUpAndSourcesStandLast() throws {
    let parameters = ParameterBank.embeddedParameters.filter { $0.id == "prisbasbelopp" }
    let lines = ParameterListing.text(parameters, in: .swedish).split(separator: "\n")
    #expect(lines.count == parameters.count + 1)
    #expect(
      lines.first == "id             värde  enhet  från        till        status       källa")
    #expect(
      lines.contains(
        "prisbasbelopp  59200  kr/år  2026-01-01  2026-12-31  primary      SFS 2025:872"))
    #expect(lines.last?.contains("2027-01-01  2027-12-31  preliminary  SCB, ") == true)
  }

  @Test func numbersHaveADecimalComma() {
    let rates = ParameterBank.embeddedParameters.filter { $0.id == "arbetsgivaravgift" }
    #expect(ParameterListing.text(rates, in: .swedish).contains("31,42  %"))
    #expect(ParameterListing.text(rates, in: .swedish).contains("tills vidare"))
  }

  @Test func aMunicipalityShowsBothRates() throws {
    let rates = try #require(ParameterListing.municipalRates(id: "Kommunalskatt.ronneby"))
    #expect(
      Set(rates.map(\.id)) == ["kommunalskatt.Ronneby.kommun", "kommunalskatt.Ronneby.region"])
    #expect(rates.map(\.validFrom.year) == (2019...2026).flatMap { [$0, $0] })
    #expect(ParameterListing.municipalRates(id: "kommunalskatt.atlantis") == nil)
  }
}
