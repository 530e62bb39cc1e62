package script

import (
	"fmt"
	"strings"
	"time"

	"github.com/koine-go/koine/kpi"
)

// Runner runs scripts. Both functions are required; the zero value runs nothing.
type Runner struct {
	Metric func(id string, parameters []byte) (kpi.Measure, error) // the KPI of this id; parameters are a JSON object
	Zone   func(name string) (*time.Location, error)
}

// Run reads a script and compares every number in it. It returns all mistakes in the order of their lines, each an *Error; none means that the script
// is right and has at least one case. A case about deals that could not be read is not computed.
func (r Runner) Run(file, text string) []*Error {
	s := &script{runner: r, file: file, world: &world{}}
	for _, b := range blocks(text) {
		s.read(b)
	}
	if s.cases == 0 {
		s.fault(1, ErrGrammar, "no case: a script asks at least one kpi")
	}
	return s.faults
}

// script is one file as far as it has been read.
type script struct {
	runner Runner
	file   string
	view   view
	world  *world
	broken bool // the world could not be read
	cases  int
	faults []*Error
}

func (s *script) fault(line int, what error, format string, args ...any) {
	s.faults = append(s.faults, &Error{s.file, line, fmt.Sprintf(format, args...), what})
}

func (s *script) read(b block) {
	word, rest, _ := strings.Cut(b.head.text, " ")
	switch word {
	case "view":
		v, err := view{}.with(strings.Split(rest, ", "), s.runner.Zone)
		s.view = v
		s.check(b.head, err)
	case "deals":
		s.world, s.broken = &world{rates: s.world.rates}, false
		s.facts(b.head, s.world.begin(rest, b.body))
		s.lines(b.body, s.world.readDeal)
	case "events":
		clock, err := readEventClock(rest)
		s.facts(b.head, err)
		s.lines(b.body, func(text string) error { return s.world.readEvents(text, clock) })
	case "changes":
		s.lines(b.body, s.world.readChanges)
	case "stages":
		s.lines(b.body, s.world.readStages)
	case "statuses":
		s.lines(b.body, s.world.readStatuses)
	case "rates":
		s.world.rates = nil
		s.lines(b.body, s.world.readRate)
	case "kpi":
		s.cases++
		s.ask(b, rest)
	default:
		s.fault(b.head.number, ErrGrammar, "%q begins no block: want view, deals, events, changes, stages, statuses, rates or kpi", word)
	}
}

// lines reads the lines of a block of facts, each by itself.
func (s *script) lines(body []line, read func(text string) error) {
	for _, l := range body {
		s.facts(l, read(l.text))
	}
}

// facts reports what is wrong with a line that states facts; the cases about them are then not computed.
func (s *script) facts(l line, err error) {
	s.broken = s.broken || err != nil
	s.check(l, err)
}

func (s *script) check(l line, err error) {
	if err != nil {
		s.fault(l.number, ErrGrammar, "%v", err)
	}
}

// ask reads a case and, if all of it could be read, computes it.
func (s *script) ask(b block, head string) {
	before := len(s.faults)
	if !b.reason {
		s.fault(b.head.number, ErrGrammar, "no reason: a case has a comment right above it")
	}
	q, err := s.readQuestion(head)
	s.check(b.head, err)
	rows := s.readRows(b.body, len(q.by))
	if !s.broken {
		s.facts(b.head, s.world.complete())
	}
	if s.broken || len(s.faults) > before {
		return
	}
	answers, err := s.answer(q)
	if err != nil {
		s.check(b.head, err)
		return
	}
	s.compare(b.head, answers, rows)
}
