package funnel_test

import (
	"testing"

	"github.com/koine-go/koine/funnel"
)

// Reports of last year say "v1": what that means must never change.
func TestV1IsPublished(t *testing.T) {
	if got := funnel.V1().Text(); got != publishedV1 {
		t.Errorf("V1 is published and must not change: publish a new version\n%s", got)
	}
}

const publishedV1 = `model v1, effective 2026-01-01

stage prospect, rank 10
  goal: identify a possible need at a named account
  entry: account + reason to contact recorded
  exit: two-way contact with a person at the account
  actions: research; first outreach
  required: account_id, source, owner_id, selling_entity
  if known: end_customer_key

stage contact, rank 20
  goal: confirm there is a conversation
  entry: buyer replied / met
  exit: need stated by buyer
  actions: discovery call; stakeholder list
  required: contact_role, need_note

stage qualified, rank 30
  goal: decide to invest effort
  entry: need + decision maker + time frame + budget indication confirmed by buyer; go/no-go = go
  exit: solution scope agreed as basis for an offer
  actions: qualification checklist; competitor check; collision check
  required: amount, currency, expected_close_date, end_customer_key, segment, product_group, complexity

stage solution, rank 40
  goal: shape what will be offered
  entry: buyer takes part in scoping (demo, site visit, spec)
  exit: buyer asks for / accepts to receive an offer
  actions: demo; technical clarification; internal review
  required: scope, delivery_feasibility, cost_base

stage offer, rank 50
  goal: get a decision on a concrete offer
  entry: offer sent: number, version, price, validity
  exit: buyer reacts with change request, verbal accept, or decision
  actions: follow-up rhythm (KPI J1); objection log
  required: offer_id, sent_at, valid_until, list_price, net_price, discount_reason

stage negotiation, rank 60
  goal: agree terms
  entry: buyer engages on price/terms/contract
  exit: both sides agree on terms
  actions: concession log; approvals
  required: negotiated_terms, approver

stage commitment, rank 70
  goal: obtain the order
  entry: buyer states the decision to order (verbal / written LOI)
  exit: order/contract signed or withdrawn
  actions: contract dispatch; order check
  required: order_reference_expected, signature_date_planned

status open, class open
  meaning: being worked
  counts in: pipeline

status on_hold, class open
  meaning: paused by agreement, resume date required
  counts in: pipeline; excluded from stall rules and (optionally) cycle clock

status won, class decided
  meaning: order/contract obtained
  counts in: all hit rates (num + den)

status lost, class decided
  meaning: customer decided for someone else or rejected our offer
  counts in: narrow, broad, pursued (den)

status no_decision, class undecided
  meaning: customer stopped/postponed the purchase; nobody got it
  counts in: broad, pursued

status no_response, class undecided
  meaning: customer silent after the follow-up rhythm was completed (≥ N attempts, ≥ M days)
  counts in: broad, pursued

status disqualified, class not_pursued
  meaning: we stopped: no fit, no-bid, not credit-worthy
  counts in: pursued only

status void, class void
  meaning: duplicate, merged, test, wrong entry, superseded
  counts in: nothing (reported as count)

cause competitive, group competitive
  meaning: competitor named

cause pricing, group pricing
  meaning: price / TCO / terms level

cause capability, group capability
  meaning: product, capacity, delivery, skills

cause timing, group customer_internal
  meaning: the customer's time frame moved or did not fit

cause budget, group customer_internal
  meaning: the customer had no money for it, or lost it

cause no_need, group customer_internal
  meaning: the need did not exist or went away

cause relationship, group own_side
  meaning: incumbent / trust

cause own_process, group own_side
  meaning: we were late or slow

cause terms_compliance, group own_side
  meaning: contract terms or compliance rules that we could not accept or meet

cause unknown, group unknown
  meaning: no cause given

category omitted
  meaning: not part of any forecast

category pipeline
  meaning: may close in the period if much goes right

category best_case
  meaning: closes in the period if all goes well

category most_likely, optional
  meaning: more likely than not to close in the period

category commit
  meaning: the seller stands for it closing in the period

category closed
  meaning: has closed; says nothing about the outcome

rules
  closed = decided, undecided or not_pursued; void is outside all populations
  no_response may only be set when offer follow-up evidence exists; otherwise no_decision with reason silent_unverified
  one primary cause is required for lost; optional for no_decision and disqualified
  three groups are mandatory: competitive, pricing, capability; unknown is shown apart
`
