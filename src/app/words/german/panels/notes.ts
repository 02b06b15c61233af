/** The part notes of the page. */
import type { Catalogue } from '../../catalogue.ts'

export const notes: Catalogue = {
  'Filled in: {1}. {2}': 'Ausgefüllt: {1}. {2}',
}
