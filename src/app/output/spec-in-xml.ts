/** Whether the XML that leaves the page holds the design, too: it does until the person says otherwise. */
import { readStored } from '../ui/index.ts'

/** What it is stored under. */
export const specInXmlKey = 'xml.spec'

export function storesSpec(): boolean {
  return readStored(specInXmlKey) !== 'false'
}
