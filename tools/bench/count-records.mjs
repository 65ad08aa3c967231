// The measure that everything is compared with: csv-parse counts the records of a file, default options, 1 MiB reads.
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

const [file] = process.argv.slice(2);
let records = 0;
const parser = parse();
parser.on('readable', () => {
  while (parser.read() !== null) records += 1;
});
parser.on('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
parser.on('end', () => console.log(records));
createReadStream(String(file), { highWaterMark: 1 << 20 }).pipe(parser);
