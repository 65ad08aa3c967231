import { ContentStore } from '@clearway/content-store';
import { type filingBook } from '@clearway/contracts';
import { type Answer, type Asked } from '@clearway/messaging';
import { Injectable } from '@nestjs/common';
import { OfficeBook } from '../filing-book/office-book';
import { printedAnswers, printedBook } from '../filing-book/printed-book';
import { listsOwner } from './court-lists';

/** The book of an office as the file that the command line keeps; a run that is made names by its hash what courts had said. */
@Injectable()
export class BookFiles {
  constructor(
    private readonly book: OfficeBook,
    private readonly store: ContentStore,
  ) {}

  async of({ office, part }: Asked<typeof filingBook>): Promise<Answer<typeof filingBook>> {
    const { events, head, destroyed, state } = await this.book.read(office);
    const text = part === 'answers' ? printedAnswers(events, state) : printedBook(events, destroyed.size === 0);
    if (text === '') return { file: null, events: events.length, head };
    const owner = listsOwner(office, part === 'answers' ? 'answers' : 'book');
    const content = Buffer.from(text, 'utf8');
    await this.store.unpinAll(owner);
    const { sha256, bytes } = await this.store.put(content, { pin: owner });
    return { file: { sha256, bytes }, events: events.length, head };
  }
}
