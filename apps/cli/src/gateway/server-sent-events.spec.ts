import { EventReader } from './server-sent-events';

describe(EventReader.name, () => {
  const stream =
    'retry: 1000\n\nid: 1\nevent: state\ndata: {"state":"received"}\n\n: still here\n\nid: 2\nevent: progress\ndata: {"a":1,\ndata: "b":2}\n\n';
  const expected = [
    { id: '1', type: 'state', data: '{"state":"received"}' },
    { id: '2', type: 'progress', data: '{"a":1,\n"b":2}' },
  ];

  it('reads events from a stream cut at any place', () => {
    for (let cut = 1; cut < stream.length; cut++) {
      const reader = new EventReader();
      expect([...reader.take(stream.slice(0, cut)), ...reader.take(stream.slice(cut))]).toEqual(expected);
    }
  });

  it('keeps an event back until it is whole', () => {
    const reader = new EventReader();
    expect(reader.take('id: 1\ndata: x\n')).toEqual([]);
    expect(reader.take('\n')).toEqual([{ id: '1', type: 'message', data: 'x' }]);
  });
});
