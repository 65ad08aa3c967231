const YES = /^(?:Y|YES|TRUE|1|X)$/i;
const NO = /^(?:N|NO|FALSE|0)$/i;

/** Empty where nothing stands; undefined for another word. */
export function yesOrNo(text: string): 'yes' | 'no' | '' | undefined {
  if (text === '') return '';
  return YES.test(text) ? 'yes' : NO.test(text) ? 'no' : undefined;
}
