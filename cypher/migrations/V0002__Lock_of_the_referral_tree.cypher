// The one node that every link between two existing clients writes to first, so that two writers never close a loop.
CREATE (:ReferralTree {id: 'the one'});
