package mapping

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// shared is the folder of reference data beside the repository.
const shared = "../../shared/"

func hasShared(t testing.TB, path string) string {
	t.Helper()
	if _, err := os.Stat(shared + path); err != nil {
		t.Skipf("no %s", shared+path)
	}
	return shared + path
}

// The generator of the benchmark writes exports of five regions: two amounts beside each other, letters and digits for a status, stages under two
// names, a stage that is called Qualification here and Qualified there.
func TestDraftOfGeneratedExports(t *testing.T) {
	gen, out := hasShared(t, "bench/gen"), t.TempDir()
	run := exec.Command("go", "run", ".", "-n", "2000", "-out", out)
	run.Dir = gen
	if text, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	var all score
	for region, w := range generated() {
		raw := filepath.Join(out, "raw", region)
		d, err := Draft(readSample(t, raw+"_deals.csv", raw+"_events.csv"), DraftOptions{})
		if err != nil {
			t.Fatal(err)
		}
		s := w.marks(t, region, d)
		all.columns += s.columns
		all.sureColumns += s.sureColumns
		all.values += s.values
		all.sureValues += s.sureValues
	}
	t.Logf("%d of %d columns, %d of %d values", all.sureColumns, all.columns, all.sureValues, all.values)
	if all.sureColumns*10 < all.columns*8 || all.sureValues*10 < all.values*5 {
		t.Errorf("%+v is less than it was", all)
	}
}

// generated is what the generator writes. Its discovery is the work on a solution, but for where its word is a need.
func generated() map[string]truth {
	columns := map[string]string{
		"DE": "Vorgangs-ID=id;Kunde=account_id;Betreuer=owner_id;Produkt=product_group;Segment=segment;Region=region;Währung=currency;Listenpreis=-;Auftragswert=amount;Phase=stage_label;Status=status_code;Angelegt am=created_at;Abgeschlossen am=closed_at;Verlustgrund=reason_label",
		"IN": "Opportunity ID=id;Customer=account_id;Owner=owner_id;Product=product_group;Segment=segment;Region=region;Currency=currency;List Value=-;Deal Value=amount;Stage=stage_label;Status=status_label;Created On=created_at;Closed On=closed_at;Reason Lost=reason_label",
		"CN": "商机编号=id;客户=account_id;负责人=owner_id;产品=product_group;客户类型=segment;大区=region;币种=currency;标准价=-;成交金额=amount;阶段=stage_label;状态=status_code;创建时间=created_at;关闭时间=closed_at;丢单原因=reason_label",
		"US": "Opportunity ID=id;Account Name=account_id;Owner=owner_id;Product=product_group;Segment=segment;Region=region;Currency=currency;List Amount=-;Amount=amount;Stage=stage_code;Status=status_label;Created Date=created_at;Close Date=closed_at;Loss Reason=reason_label",
		"SE": "Affärs-ID=id;Kund=account_id;Säljare=owner_id;Produkt=product_group;Segment=segment;Region=region;Valuta=currency;Listpris=-;Belopp=amount;Fas=stage_label;Status=status_code;Skapad=created_at;Stängd=closed_at;Förlustorsak=reason_label",
	}
	events := map[string]string{"DE": "Vorgangs-ID=deal_id;Phase=stage_label;Eingetreten am=at", "IN": "Opportunity ID=deal_id;Stage=stage_label;Entered On=at",
		"CN": "商机编号=deal_id;阶段=stage_label;进入时间=at", "US": "Opportunity ID=deal_id;Stage=stage_code;Entered=at", "SE": "Affärs-ID=deal_id;Fas=stage_label;Inträde=at"}
	stages := map[string]string{
		"DE": "Lead,Neuer Lead=stage prospect;Qualifiziert,Qualifizierung=stage qualified;Bedarfsanalyse,Technische Klärung=stage solution;Angebot erstellt,Angebot=stage offer;Verhandlung,Vertragsverhandlung=stage negotiation;Gewonnen=status won;Verloren=status lost",
		"IN": "Enquiry,Fresh Lead=stage prospect;SQL,Qualified Enquiry=stage qualified;Requirement Study=stage solution;Quotation Sent,Techno-Commercial Offer=stage offer;Commercial Negotiation,बातचीत=stage negotiation;PO Received=status won;Lost,Regretted=status lost",
		"CN": "线索=stage prospect;已认定,资质确认=stage qualified;需求分析=stage solution;方案报价,投标=stage offer;商务谈判=stage negotiation;赢单=status won;输单=status lost",
		"US": "Prospecting=stage prospect;Qualification,Qualified=stage qualified;Needs Analysis,Value Proposition=stage solution;Proposal/Price Quote=stage offer;Negotiation/Review=stage negotiation;Closed Won=status won;Closed Lost=status lost",
		"SE": "Lead=stage prospect;Kvalificerad=stage qualified;Behovsanalys=stage solution;Offert,Offert skickad=stage offer;Förhandling=stage negotiation;Vunnen,Vunnen affär=status won;Förlorad=status lost",
	}
	statuses := map[string]string{"DE": "O,G,V=-", "IN": "OPEN=status open;WON=status won;LOST=status lost", "CN": "1,2,3=-", "US": "Open=status open;Won=status won;Lost=status lost", "SE": "P,V,F=-"}
	reasons := map[string]string{
		"DE": "Preis=cause pricing;Wettbewerb=cause competitive;Kein Budget=cause budget;Zeitpunkt=cause timing;Keine Entscheidung=status no_decision;Funktionslücke=cause capability",
		"IN": "Price too high=cause pricing;L1 competitor=cause competitive;Budget not approved=cause budget;Deferred,No response=-;Spec mismatch=cause capability",
		"CN": "价格=cause pricing;竞争对手=cause competitive;无预算=cause budget;时机=cause timing;未决策=status no_decision;产品不符=cause capability",
		"US": "Price=cause pricing;Lost to Competitor=cause competitive;No Budget=cause budget;Timing=cause timing;No Decision=status no_decision;Feature Gap=cause capability",
		"SE": "Pris=cause pricing;Konkurrent=cause competitive;Ingen budget=cause budget;Tidpunkt=cause timing;Inget beslut=status no_decision;Produktgap=cause capability",
	}
	all := map[string]truth{}
	for region := range columns {
		w := truth{map[string][]string{}, map[string][]string{}}
		w.read("deals ", columns[region], w.columns)
		w.read("history ", events[region], w.columns)
		w.read("stage ", stages[region], w.values)
		w.read("status ", statuses[region], w.values)
		w.read("reason ", reasons[region], w.values)
		all[region] = w
	}
	return all
}

// read reads lists such as A,B=x;C=y.
func (w truth) read(prefix, text string, into map[string][]string) {
	for part := range strings.SplitSeq(text, ";") {
		names, is, _ := strings.Cut(part, "=")
		for name := range strings.SplitSeq(names, ",") {
			into[prefix+name] = []string{is}
		}
	}
}

// A public table of deals: its dates and its amount are called by names that may mean other things, and one of its two stages is its own word.
func TestDraftOfMaven(t *testing.T) {
	file := hasShared(t, "data/maven-crm-sales-opportunities/sales_pipeline.csv")
	d, err := Draft(readSample(t, file, ""), DraftOptions{})
	if err != nil {
		t.Fatal(err)
	}
	w := truth{map[string][]string{}, map[string][]string{}}
	w.read("deals ", "opportunity_id=id;sales_agent=owner_id;product=product_group;account=account_id;deal_stage=stage_label;engage_date=-;close_date=closed_on;close_value=amount", w.columns)
	w.read("stage ", "Prospecting=stage prospect;Engaging=-;Won=status won;Lost=status lost", w.values)
	if s := w.marks(t, "maven", d); s.sureColumns < 4 {
		t.Errorf("%+v is less than it was", s)
	}
}

// The stages of these tables are hashed: nothing can be said of them, and a draft must not.
func TestDraftOfHashedStages(t *testing.T) {
	for _, name := range []string{"dbt_salesforce/sf_opportunity_data.csv", "dbt_hubspot/deal_data.csv", "dbt_hubspot/deal_stage_data.csv"} {
		d, err := Draft(readSample(t, hasShared(t, "data/fivetran-seeds/"+name), ""), DraftOptions{})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range d.Proposals {
			if p.Sure && p.What == "value" {
				t.Errorf("%s: %s %q is surely %s: %q", name, p.Axis, p.Value, p.Proposed, p.Evidence)
			}
			if p.Sure && p.What == "column" {
				t.Logf("%s: column %q is %s: %q", name, p.Column, p.Proposed, p.Evidence)
			}
		}
	}
}
