/** The part snippets of the page. */
import type { Catalogue } from '../../catalogue.ts'

export const snippets: Catalogue = {
  Snippets: 'Schnipsel',
  'Each is one or more elements; a device goes into <devices>, anything else into the domain.':
    'Jedes ist ein Element oder mehrere; ein Gerät kommt in <devices>, alles andere in die Domain.',
  'add snippet': 'Schnipsel hinzufügen',
  'Add snippet': 'Schnipsel hinzufügen',
  'Merged in as a whole; a single element only where nothing is yet.':
    'Als Ganzes eingefügt; ein einmaliges Element nur, wo noch nichts ist.',
  'Domain XML of your own': 'Eigenes Domain-XML',
  'Left-out paths': 'Weggelassene Pfade',
  'What libvirt adds': 'Was libvirt hinzufügt',
  'Nobody said these, and the VM has them when it runs, each at an address. Said here or in a part, they are as you say.':
    'Niemand hat es gesagt, und die VM hat es im Betrieb, jedes an einer Adresse. Hier oder in einem Bereich gesagt, ist es, wie Sie sagen.',
  'Snippet {1}': 'Schnipsel {1}',
  'change snippet': 'Schnipsel ändern',
  'Remove snippet {1}': 'Schnipsel {1} entfernen',
  'remove snippet': 'Schnipsel entfernen',
}
