/** What the workers of the page say, in English: the page looks it up. */
import type { Catalogue } from '../catalogue.ts'

export const workers: Catalogue = {
  'Fix {1} findings': '{1} Befunde beheben',
  'There are {1} domains here, and the page edits one. Open the text as a file to choose.':
    'Hier sind {1} Domains, und die Seite bearbeitet eine. Öffnen Sie den Text als Datei, um zu wählen.',
  'The domain is inside <{1}>. Keep only <domain>, or open the text as a file.':
    'Die Domain steht in <{1}>. Behalten Sie nur <domain>, oder öffnen Sie den Text als Datei.',
  'The VM has no name. Write one, such as <name>my-vm</name>.':
    'Die VM hat keinen Namen. Schreiben Sie einen, etwa <name>meine-vm</name>.',
}
