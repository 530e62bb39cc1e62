package exchange

import (
	"strings"

	"github.com/koine-go/koine/funnel"
)

// The functions below read one record each, field by field as exchange.md §1 and the canonical records (funnel.md §9) name them; package funnel
// writes the same fields. Beyond that page they read the record cost, source_scheme on every record that has an id, mapping_version on a deal as on an
// event, source and derived of a rate, and recorded_at or recorded_on of an event.

func (r *reader) deal(o *object) {
	o.require("id")
	d := funnel.Deal{
		ID:                 o.text("id"),
		SourceScheme:       o.label("source_scheme"),
		Region:             o.label("region"),
		SellingEntity:      o.label("selling_entity"),
		Owner:              o.label("owner_id"),
		Team:               o.label("team"),
		AccountID:          o.text("account_id"),
		EndCustomer:        o.text("end_customer_key"),
		CustomerConfidence: o.share("end_customer_confidence"),
		CustomerKind:       o.label("customer_kind"),
		Segment:            o.label("segment"),
		ProductGroup:       o.label("product_group"),
		Source:             o.label("source"),
		SizeBand:           o.label("size_band"),
		Complexity:         o.complexity(),
		Created:            o.moment("created_at", "created_on"),
		Amount:             o.money("amount"),
		AmountBasis:        o.label("amount_basis"),
		PricingModel:       o.label("pricing_model"),
		TermMonths:         o.count("term_months"),
		ExpectedClose:      o.date("expected_close_date"),
		OnHoldUntil:        o.date("on_hold_until"),
		Probability:        o.share("probability"),
		Category:           o.category("forecast_category"),
		Competitors:        o.texts("competitor_ids"),
		Winner:             o.text("winner_id"),
		Stage:              r.stage(o),
		Status:             o.status(),
		Cause:              o.cause("loss_cause"),
		Causes:             o.causes(),
		MergedInto:         o.text("merged_into"),
		Deleted:            o.flag("deleted", false),
		Test:               o.flag("test", false),
		LocalStage:         o.label("local_stage_code"),
		LocalStatus:        o.label("local_status_code"),
		LocalReason:        o.label("local_reason_code"),
		Profile:            o.label("mapping_version"),
		ExternalRefs:       o.texts("external_refs"),
		Closed:             o.moment("closed_at", "closed_on"),
	}
	accept(r, &r.deals, o, identity{d.SourceScheme.String(), d.ID}, d)
}

func (r *reader) stageEvent(o *object) {
	o.require("id", "deal_id")
	e := funnel.Event{
		ID:          o.text("id"),
		DealID:      r.ids.of(o.bytes("deal_id", "a text")),
		At:          o.requiredMoment(),
		Seq:         o.sequence("seq"),
		RecordedAt:  o.moment("recorded_at", "recorded_on"),
		LocalStage:  o.label("local_stage_code"),
		LocalStatus: o.label("local_status_code"),
		LocalReason: o.label("local_reason_code"),
		Stage:       r.stage(o),
		Status:      o.status(),
		Cause:       o.cause("loss_cause"),
		Kind:        enum(o, "kind", "change, import or correction", funnel.ParseEventKind),
		Actor:       o.label("actor"),
		Profile:     o.label("mapping_version"),
	}
	accept(r, &r.events, o, identity{o.text("source_scheme"), e.ID}, e)
}

func (r *reader) fieldEvent(o *object) {
	o.require("deal_id", "field")
	e := funnel.FieldEvent{
		ID:         o.text("id"),
		DealID:     r.ids.of(o.bytes("deal_id", "a text")),
		Field:      enum(o, "field", "a field with a history", funnel.ParseField),
		At:         o.requiredMoment(),
		Seq:        o.sequence("seq"),
		RecordedAt: o.moment("recorded_at", "recorded_on"),
	}
	e.Old, e.New = o.setting(e.Field, "old"), o.setting(e.Field, "new")
	accept(r, &r.fieldEvents, o, identity{o.text("source_scheme"), e.ID}, e)
}

// setting reads a value of the type that the attribute has.
func (o *object) setting(f funnel.Field, name string) (s funnel.Setting) {
	switch f {
	case funnel.AmountField:
		s.Amount = o.money(name)
	case funnel.ExpectedCloseField:
		s.Date = o.date(name)
	case funnel.CategoryField:
		s.Category = o.category(name)
	case funnel.ProbabilityField:
		s.Share = o.share(name)
	default:
		s.Label = o.label(name)
	}
	return s
}

func (r *reader) offer(o *object) {
	o.require("id", "deal_id", "version", "status", "lines")
	f := funnel.Offer{
		ID:             o.text("id"),
		SourceScheme:   o.label("source_scheme"),
		DealID:         r.ids.of(o.bytes("deal_id", "a text")),
		Number:         o.text("number"),
		Version:        o.count("version"),
		SentAt:         o.instant("sent_at"),
		ValidUntil:     o.date("valid_until"),
		Status:         enum(o, "status", "a status of an offer", funnel.ParseOfferStatus),
		DecidedAt:      o.instant("decided_at"),
		Currency:       o.currency("currency"),
		Lines:          o.offerLines("lines"),
		DiscountReason: o.text("discount_reason"),
	}
	if f.Status != funnel.Draft {
		o.require("sent_at")
	}
	accept(r, &r.offers, o, identity{f.SourceScheme.String(), f.ID}, f)
}

func (o *object) offerLines(name string) []funnel.OfferLine {
	v := o.find(name)
	if v == nil {
		return nil
	}
	var offered []funnel.OfferLine
	for _, e := range o.list(name, v, "a list of offer lines") {
		in := &o.scanner.inner
		if e[0] != '{' {
			o.wrong(name, e, "an offer line")
			break
		}
		o.scanner.scan(e, o.line, o.path+name+".", in)
		offered = append(offered, funnel.OfferLine{
			ProductGroup: in.label("product_group"),
			Quantity:     in.decimal("qty"),
			ListPrice:    in.decimal("list_price"),
			NetPrice:     in.decimal("net_price"),
			Cost:         in.decimal("cost"),
		})
		if len(in.faults) > 0 {
			o.faults = append(o.faults, in.faults...)
			break
		}
	}
	return offered
}

func (r *reader) activity(o *object) {
	o.require("id", "at")
	a := funnel.Activity{
		ID:           o.text("id"),
		SourceScheme: o.label("source_scheme"),
		DealID:       r.ids.of(o.bytes("deal_id", "a text")),
		OfferID:      o.text("offer_id"),
		AccountID:    o.text("account_id"),
		At:           o.instant("at"),
		Type:         o.label("type"),
		Direction:    o.oneOf("direction", "in", "out", "internal"),
		Automated:    o.flag("automated", false),
		Outcome:      o.label("outcome"),
		PlannedFor:   o.instant("planned_for"),
		Pending:      !o.flag("done", true),
	}
	accept(r, &r.activities, o, identity{a.SourceScheme.String(), a.ID}, a)
}

func (r *reader) forecast(o *object) {
	o.require("scope", "period", "category", "amount", "submitted_at")
	f := funnel.Forecast{
		ID:           o.text("id"),
		SourceScheme: o.label("source_scheme"),
		Scope:        o.scope(),
		Period:       o.period("period"),
		Category:     o.category("category"),
		Amount:       o.money("amount"),
		SubmittedAt:  o.instant("submitted_at"),
		Seq:          o.sequence("seq"),
		Submitter:    o.text("submitter"),
		DealIDs:      o.texts("deal_ids"),
	}
	accept(r, &r.forecasts, o, identity{f.SourceScheme.String(), f.ID}, f)
}

func (r *reader) quota(o *object) {
	o.require("scope", "period", "amount", "kind")
	q := funnel.Quota{
		ID:           o.text("id"),
		SourceScheme: o.label("source_scheme"),
		Scope:        o.scope(),
		Period:       o.period("period"),
		Amount:       o.money("amount"),
		Kind:         o.oneOf("kind", "bookings", "margin", "units"),
		CreditRule:   o.text("credit_rule"),
	}
	accept(r, &r.quotas, o, identity{q.SourceScheme.String(), q.ID}, q)
}

func (r *reader) credit(o *object) {
	o.require("deal_id", "rep_id", "share")
	c := funnel.Credit{
		DealID: r.ids.of(o.bytes("deal_id", "a text")),
		RepID:  o.text("rep_id"),
		Share:  o.share("share"),
	}
	accept(r, &r.credits, o, identity{}, c)
}

func (r *reader) cost(o *object) {
	o.require("id", "period", "category", "amount")
	c := funnel.Cost{
		ID:           o.text("id"),
		SourceScheme: o.label("source_scheme"),
		Period:       o.period("period"),
		Region:       o.label("region"),
		Category:     o.label("category"),
		Amount:       o.money("amount"),
		ProductGroup: o.label("product_group"),
	}
	accept(r, &r.costs, o, identity{c.SourceScheme.String(), c.ID}, c)
}

func (r *reader) benchmark(o *object) {
	o.require("expected_days", "n", "valid_from")
	b := funnel.Benchmark{
		Segment:    o.label("segment"),
		SizeBand:   o.label("size_band"),
		Complexity: o.complexity(),
		N:          o.count("n"),
		Version:    o.version(),
		ValidFrom:  o.date("valid_from"),
	}
	if days := o.decimal("expected_days"); days != nil {
		b.ExpectedDays = *days
	}
	accept(r, &r.benchmarks, o, identity{}, b)
}

// requiredMoment reads at or on, one of which must be there.
func (o *object) requiredMoment() funnel.Moment {
	if o.find("on") == nil {
		o.require("at")
	}
	return o.moment("at", "on")
}

func (o *object) count(name string) int {
	n, _ := o.whole(name, 0, maxWhole)
	return int(n)
}

// complexity reads a whole number; 0 is what a deal without one has, so it cannot be written.
func (o *object) complexity() int8 {
	n, _ := o.whole("complexity", 1, 127)
	return int8(n)
}

// version reads the version of a benchmark: a number or a name.
func (o *object) version() string {
	if v := o.find("version"); v != nil && v[0] != '"' {
		o.count("version")
		return string(v)
	}
	return o.text("version")
}

func (r *reader) stage(o *object) funnel.Stage {
	text := o.bytes("stage", "a stage")
	if text == nil {
		return funnel.NoStage
	}
	if s, ok := r.model.Stage(string(text)); ok {
		return s
	}
	// A model's own stage may also be named by its rank, as funnel.Stage writes it.
	s, err := funnel.ParseStage(string(text))
	if err != nil || r.model.Key(s) == "" {
		o.wrong("stage", text, "a stage of model "+r.model.Version())
		return funnel.NoStage
	}
	return s
}

func (o *object) status() funnel.Status {
	return enum(o, "decision_status", "a decision status", funnel.ParseStatus)
}

func (o *object) cause(name string) funnel.Cause {
	return enum(o, name, "a loss cause", funnel.ParseCause)
}

func (o *object) causes() []funnel.Cause {
	var list []funnel.Cause
	for _, key := range o.texts("loss_causes") {
		c, err := funnel.ParseCause(key)
		if err != nil || c == funnel.NoCause {
			o.wrong("loss_causes", []byte(key), "loss causes")
		}
		list = append(list, c)
	}
	return list
}

func (o *object) category(name string) funnel.Category {
	return enum(o, name, "a forecast category", funnel.ParseCategory)
}

// oneOf reads one of a few words.
func (o *object) oneOf(name string, words ...string) funnel.Label {
	text := o.bytes(name, strings.Join(words, " or "))
	if text == nil {
		return funnel.Label{}
	}
	for _, w := range words {
		if string(text) == w {
			return o.scanner.labels.of(text)
		}
	}
	o.wrong(name, text, strings.Join(words, " or "))
	return funnel.Label{}
}

// scope reads all, or region, team or rep with a key.
func (o *object) scope() string {
	text := o.text("scope")
	kind, key, _ := strings.Cut(text, ":")
	known := kind == "region" || kind == "team" || kind == "rep"
	if text != "" && text != "all" && !(known && key != "") {
		o.wrong("scope", []byte(text), "region:KEY, team:KEY, rep:KEY or all")
	}
	return text
}
