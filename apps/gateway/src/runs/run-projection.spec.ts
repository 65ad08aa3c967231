import { isEnd, project, type Projection, type RunMessage, type RunStanding } from './run-projection';

const fresh: RunStanding = {
  state: 'received',
  counts: {},
  failure: null,
  stall: null,
  packetsSealed: false,
  noticesSealed: false,
};
const file = (name: string) => ({ name, sha256: 'a'.repeat(64), bytes: 1 });
const sealedNotices: RunMessage = {
  type: 'notices.sealed',
  data: { outputs: [file('mail_merge.csv')], counts: { letters: 2 } },
};
const sealedPackets: RunMessage = {
  type: 'packets.sealed',
  data: { outputs: [file('tie_out.xlsx')], counts: { packets: 3 } },
};

function run(messages: readonly RunMessage[], from: RunStanding = fresh): { standing: RunStanding; states: unknown[] } {
  let standing = from;
  const states: unknown[] = [];
  for (const message of messages) {
    const projection: Projection | null = project(standing, message);
    if (!projection) continue;
    standing = projection.standing;
    for (const event of projection.events) if (event.type === 'state') states.push(event.data['state']);
  }
  return { standing, states };
}

describe(project.name, () => {
  it('goes through every state once, whatever is reported late or ahead of its time', () => {
    const { standing, states } = run([
      { type: 'determinations.batch', data: { persons: 5, convictions: 7 } },
      { type: 'stage.started', data: { stage: 'indexing' } },
      {
        type: 'histories.sealed',
        data: {
          persons: 5,
          batches: 1,
          inputs: [
            { rowsRead: 10, rowsUsed: 9, rowsRejected: 1 },
            { rowsRead: 1, rowsUsed: 1, rowsRejected: 0 },
          ],
        },
      },
      { type: 'determinations.sealed', data: { batches: 1, persons: 5, convictions: 7, outcomes: { review: 7 } } },
      { type: 'stage.started', data: { stage: 'deciding' } },
      sealedNotices,
      sealedPackets,
    ]);
    expect(states).toEqual(['indexing', 'resolving', 'deciding', 'drawing', 'done']);
    expect(standing.counts).toMatchObject({
      rowsRead: 11,
      rowsUsed: 10,
      rowsRejected: 1,
      personsDecided: 5,
      'outcome.review': 7,
      'letters.letters': 2,
      'papers.packets': 3,
    });
  });

  it.each([[[sealedNotices, sealedPackets]], [[sealedPackets, sealedNotices]]])(
    'is done when both sides have sealed, in either order',
    (messages) => {
      expect(run(messages.slice(0, 1)).standing.state).toBe('drawing');
      expect(run(messages).standing.state).toBe('done');
    },
  );

  it('counts each batch, and nothing twice when one is delivered after the seal', () => {
    const batch: RunMessage = { type: 'determinations.batch', data: { persons: 5, convictions: 7 } };
    const seal: RunMessage = {
      type: 'determinations.sealed',
      data: { batches: 3, persons: 15, convictions: 21, outcomes: {} },
    };
    expect(run([batch, batch]).standing.counts).toMatchObject({ batchesDecided: 2, personsDecided: 10 });
    expect(run([batch, batch, seal, batch]).standing.counts).toMatchObject({
      batchesDecided: 3,
      personsDecided: 15,
      convictionsDecided: 21,
    });
  });

  it('keeps why a run failed, and nothing follows', () => {
    const failure = {
      stage: 'indexing',
      kind: 'refused',
      code: 'county.not-in-file',
      message: 'choose one of the counties that occur',
    };
    const { standing } = run([{ type: 'run.failed', data: failure }, sealedPackets]);
    expect(standing).toMatchObject({ state: 'failed', failure, packetsSealed: false });
    expect(isEnd(standing.state)).toBe(true);
  });

  it('shows a stage that waits for a person, until the run is done', () => {
    const stall = { stage: 'deciding', service: 'eligibility', deadLetter: 'b'.repeat(64), code: 'message.bad-data' };
    const stalled = run([{ type: 'stage.stalled', data: stall }]).standing;
    expect(stalled.stall).toEqual(stall);
    expect(run([sealedPackets, sealedNotices], stalled).standing.stall).toBeNull();
  });
});
