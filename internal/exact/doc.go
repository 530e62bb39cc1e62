// Package exact holds the sums that KPIs are made of: 128-bit decimal numbers that notice when they do not suffice and widen,
// so that a total is the same whatever the order of its summands and never wraps.
package exact
