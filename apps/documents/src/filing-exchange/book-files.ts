import { ContentStore } from '@clearway/content-store';
import { type filingBook } from '@clearway/contracts';
import { type Answer } from '@clearway/messaging';
import { Injectable } from '@nestjs/common';
import { OfficeBook } from '../filing-book/office-book';
import { printedBook } from '../filing-book/printed-book';
import { listsOwner } from './court-lists';

/** The book of an office as the file that the command line keeps; a run that is made names it by its hash. */
@Injectable()
export class BookFiles {
  constructor(
    private readonly book: OfficeBook,
    private readonly store: ContentStore,
  ) {}

  async of(office: string): Promise<Answer<typeof filingBook>> {
    const { events, head, destroyed } = await this.book.read(office);
    if (events.length === 0) return { file: null, events: 0, head: null };
    const owner = listsOwner(office, 'book');
    const content = Buffer.from(printedBook(events, destroyed.size === 0), 'utf8');
    await this.store.unpinAll(owner);
    const { sha256, bytes } = await this.store.put(content, { pin: owner });
    return { file: { sha256, bytes }, events: events.length, head };
  }
}
