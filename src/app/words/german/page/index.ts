import type { Catalogue } from '../../catalogue.ts'
import { actions } from './actions.ts'
import { compare } from './compare.ts'
import { form } from './form.ts'
import { frame } from './frame.ts'
import { output } from './output.ts'
import { parts } from './parts.ts'
import { picture } from './picture.ts'
import { search } from './search.ts'
import { sets } from './sets.ts'
import { verdictAndWhy } from './verdict-and-why.ts'
import { work } from './work.ts'

export const page: Catalogue = {
  ...actions,
  ...compare,
  ...form,
  ...frame,
  ...output,
  ...parts,
  ...picture,
  ...search,
  ...sets,
  ...verdictAndWhy,
  ...work,
}
