// CSV as the contract names it, byte by byte.

import Disclosure
import Figures
import ReportSamples
import Reporting
import Testing

@testable import Exporters

@Suite struct CSVExporterTests {
  private func lines(_ name: String, _ report: Report? = nil) throws -> [String] {
    let cleared = try Disclosure.clear(try report ?? SampleReports.full(), for: .intern)
    let file = try #require(CSVExporter.files(cleared).first { $0.path == "csv/\(name).csv" })
    let text = String(decoding: file.bytes, as: UTF8.self)
    #expect(text.hasSuffix("\r\n"))
    return text.split(separator: "\r\n").map(String.init)
  }

  @Test func everyTableOfTheContractIsThereWithItsColumns() throws {
    let headings = [
      "resultatrakning": "row_id,label,current,previous",
      "balansrakning": "row_id,label,current,previous",
      "aktorsmatris": "series,kind,outcome,actor,amount",
      "netto": "measure,actor,amount",
      "social-journal":
        "series,number,kind,outcome,from,to,basis,basis_unit,unit_value,factor,amount,"
        + "parameter_id,valid_from",
      "indikatorer": "indicator,group,value,unit,iris_id",
      "avstamning": "check,left,right,difference,tolerance,outcome,group,code,text",
      "antaganden": "id,value,low,high,unit,valid_from,valid_to,source,status,used_by",
      "bro": "step,amount",
      "kanaler": "channel,amount,share",
      "finansiarer": "year,actor,measure,amount",
      "arsjamforelse": "figure,unit,this_year,previous_filed,previous_restated,difference",
      "ingaende-balans": "account,name,previous_closing,opening,difference,explanation",
    ]
    for (name, heading) in headings {
      #expect(try lines(name).first == heading)
      #expect(try lines(name, SampleReports.partial()).first == heading)
    }
    let cleared = try Disclosure.clear(try SampleReports.full(), for: .intern)
    #expect(CSVExporter.files(cleared).count == headings.count)
  }

  @Test func rowsReadAsTheContractSays() throws {
    #expect(try lines("finansiarer").contains("2024,municipality,came_back,394488.69"))
    #expect(
      try lines("arsjamforelse").contains(
        "netto.net.municipality,kr,-55511.31,-50000.00,-55511.31,-5511.31"))
    #expect(
      try lines("resultatrakning").contains("Nettoomsattning,Nettoomsättning,3000000.00,2700000.00")
    )
    #expect(
      try lines("resultatrakning").contains(
        "RantekostnaderLiknandeResultatposter,Räntekostnader och liknande resultatposter,"
          + "-12345.67,-10000.00"))
    #expect(
      try lines("resultatrakning").contains(
        "RorelseintakterLagerforandringarMm,\"Summa rörelseintäkter, lagerförändringar m.m.\","
          + "4500000.00,4100000.00"))
    #expect(
      try lines("social-journal").contains(
        "A,1,support.försörjningsstöd,anställning,participant,municipality,55.33,months,"
          + "9850.00,1.000000,545000.50,försörjningsstöd,2025-01-01"))
    #expect(
      try lines("social-journal").contains(
        "D,2,municipalTax,anställning,participant,municipality,912345.67,kr,1.00,-0.064620,"
          + "-58955.78,,"))
    #expect(
      try lines("aktorsmatris").contains("L,placementFee,,municipality,-450000.00"))
    #expect(try lines("netto").contains("net,society,264694.99"))
    #expect(try lines("netto").contains("public_input,public,1500000.00"))
    #expect(try lines("indikatorer").contains("participants,all,17,people,PI4060"))
    #expect(try lines("indikatorer").contains("fte,all,4.61,full-time-years,"))
    // 125/32 = 3.90625
    #expect(try lines("indikatorer").contains("place-years,all,3.91,full-time-years,"))
    #expect(try lines("indikatorer").contains("transitions.avliden,all,0,transitions,"))
    #expect(
      try lines("avstamning").contains(
        "wage-subsidy,512500.00,500000.00,12500.00,25000.00,ok,register,,"))
    #expect(try lines("bro").contains("result,167654.33"))
    #expect(try lines("kanaler").contains("reserverat kontrakt,1800000.00,0.4"))
    #expect(try lines("kanaler").last == "ej fördelat,1500000.00,0.3333")
    let deadweight = try lines("antaganden").first { $0.hasPrefix("anställning.dödvikt,") }
    #expect(deadweight?.hasPrefix("anställning.dödvikt,30,15,50,%,,,\"styrelsens") == true)
    #expect(deadweight?.hasSuffix(",own,D;U;T") == true)
    #expect(
      try lines("antaganden").contains {
        $0.hasPrefix("försörjning.försörjningsstöd.längst,obegränsat,,,månader,,,")
      })
  }

  @Test func aPartialReportHasNoRowsForWhatIsMissing() throws {
    let partial = try SampleReports.partial()
    #expect(try lines("indikatorer", partial).count == 1)
    #expect(try lines("netto", partial).contains { $0.hasPrefix("net,") } == false)
    #expect(try lines("netto", partial).contains("ledger,municipality,-450000.00"))
    #expect(
      try lines("resultatrakning", partial).contains("Nettoomsattning,Nettoomsättning,3000000.00,"))
  }

  @Test func zeroRowsAreLeftOut() throws {
    #expect(try lines("netto").contains { $0.hasPrefix("gross,coordinationAssociation") } == false)
    // A series that cancels out inside society stands as the zero it is.
    #expect(try lines("bro").contains("C,0.00"))
  }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""),
    ("a\r\nb", "\"a\r\nb\""), ("\"", "\"\"\"\""), ("", ""),
  ])
  func fieldsAreQuotedByTheStandard(field: String, quoted: String) {
    #expect(CSVWriter(headings: [field, "x"]).text == "\(quoted),x\r\n")
  }

  @Test func otherSeparatorsAndLineEndsAreWrittenTheSameWay() {
    var csv = CSVWriter(separator: ";", lineEnd: "\n", headings: ["a,b", "c;d"])
    csv.append(["", "\"\u{301}"])
    #expect(csv.text == "a,b;\"c;d\"\n;\"\"\"\u{301}\"\n")
  }
}
