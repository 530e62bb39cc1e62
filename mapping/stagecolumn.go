package mapping

import (
	"bytes"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// stageName is a pattern of the names of columns that each hold the times of one local value, such as hs_v2_date_entered_{stage_id}.
type stageName struct {
	number         int // of the pattern in the profile
	slot           int
	prefix, suffix string
}

// stageColumn is such a column.
type stageColumn struct {
	slot  int
	value string
	cell  int
}

// parseStageName reads a pattern: a text with the name of one local value in braces. The reason says what is wrong, if something is.
func parseStageName(number int, text string) (s stageName, reason string) {
	prefix, rest, ok := strings.Cut(text, "{")
	key, suffix, closed := strings.Cut(rest, "}")
	if !ok || !closed || strings.ContainsAny(suffix, "{}") {
		return s, "want the name of one local value in braces, such as {stage_id}"
	}
	if prefix+suffix == "" {
		return s, "every column has such a name"
	}
	for slot := range slots {
		if slotKey(slot) == key && Axis(slot/int(kindCount)) != Reason {
			return stageName{number, slot, prefix, suffix}, ""
		}
	}
	return s, strconv.Quote(key) + " names neither a stage nor a status"
}

// value returns what stands in a name in place of the braces.
func (s *stageName) value(name string) (string, bool) {
	if len(name) <= len(s.prefix)+len(s.suffix) || !strings.HasPrefix(name, s.prefix) || !strings.HasSuffix(name, s.suffix) {
		return "", false
	}
	return name[len(s.prefix) : len(name)-len(s.suffix)], true
}

// newStage gives a member that was not met before its cell, if its name is one of the patterns'.
func (j *jsonRows) newStage(l *level, b *branch, member []byte) (*branch, error) {
	for i := range b.stages {
		s := &b.stages[i]
		if !bytes.HasPrefix(member, []byte(s.prefix)) {
			continue // without a string for each of a record's other members
		}
		name := string(member)
		value, ok := s.value(name)
		switch {
		case !ok:
			continue
		case len(value) > maxLocal:
			return nil, because(ErrTooLarge, "a local code has at most "+strconv.Itoa(maxLocal)+" bytes")
		case len(j.names) >= j.limits.Columns:
			return nil, because(ErrTooLarge, j.columnLimit())
		}
		next := b.at([]string{name})
		j.add(l, next, name)
		j.stages = append(j.stages, stageColumn{s.slot, value, next.cell})
		return next, nil
	}
	return nil, nil
}

// bindStages finds the columns of the table's patterns: all of them in a header, and in JSON those that are bound already; the others as they come by.
// That a header has none of them is a fault.
func (s *sheet) bindStages(t *Table) (faults []*Error) {
	for number, text := range t.Stages {
		around, name, _ := t.stage(number, text)
		if s.json != nil {
			s.json.bindStages(around, name)
			continue
		}
		faults = append(faults, s.stageColumns(name)...)
	}
	if s.json == nil && len(s.stages) == 0 && len(faults) == 0 {
		faults = append(faults, &Error{File: s.file, Line: 1, Column: t.Stages[0], Candidates: s.header, Reason: "no such column", Err: ErrMissing})
	}
	return faults
}

// stageColumns adds the columns of the header that one pattern matches.
func (s *sheet) stageColumns(name stageName) (faults []*Error) {
	for i, column := range s.header {
		value, ok := name.value(column)
		switch {
		case !ok:
		case slices.Contains(s.header[:i], column):
			faults = append(faults, &Error{File: s.file, Line: 1, Column: column, Reason: "columns " + s.places(column), Err: ErrTwice})
		default:
			s.stages = append(s.stages, stageColumn{name.slot, value, i})
		}
	}
	return faults
}

// bindStages makes the pattern known where its members stand.
func (j *jsonRows) bindStages(around []string, name stageName) {
	b := j.levels[len(j.levels)-1].root.at(around)
	b.stages = append(b.stages, name)
	for _, member := range slices.Sorted(maps.Keys(b.members)) {
		if value, ok := name.value(member); ok && b.members[member].cell >= 0 {
			j.stages = append(j.stages, stageColumn{name.slot, value, b.members[member].cell})
		}
	}
}
