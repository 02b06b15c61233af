/** All that can be done on the page, in the order of the palette. Loaded with the search. */

import { presets } from '../../presets/index.ts'
import { openDialog } from '../dialogs.ts'
import { goToPart } from '../go.ts'
import { attempt } from '../load/index.ts'
import { showTab } from '../output/go-to-output.ts'
import { tabs } from '../output/shown-tab.ts'
import { startFrom } from '../panels/source/start-from.ts'
import { parts } from '../parts.ts'
import { renderedStore } from '../render/index.ts'
import { focusWhenThere } from '../ui/index.ts'
import { t, translated } from '../words/index.ts'
import { type Action, always } from './action.ts'
import {
  aboutHost,
  compareDesign,
  designs,
  download,
  downloads,
  findSetting,
  history,
  languageActions,
  manyFromOne,
  open,
  openPalette,
  redo,
  shareLink,
  showShortcuts,
  startAnew,
  themeActions,
  undo,
} from './actions.ts'
import { copyActions } from './copy-actions.ts'
import { askWhyItFailed, fixAllSafe, goToOutput, showFindings } from './output-actions.ts'

/** What sort of action it is: stands beside it. */
export type ActionKind =
  | 'Action'
  | 'Part'
  | 'Output'
  | 'Copy as'
  | 'Download'
  | 'Preset'
  | 'Theme'
  | 'Language'

/** What stands beside an action of each kind. */
export const kindNames: Readonly<Record<ActionKind, string>> = {
  Action: t`Action`,
  Part: t`Part`,
  Output: t`Output`,
  'Copy as': t`Copy as`,
  Download: t`Download`,
  Preset: t`Preset`,
  Theme: t`Theme`,
  Language: t`Language`,
}

export interface KindedAction {
  readonly action: Action
  readonly kind: ActionKind
}

/** Everything, each with its kind; the files to download are those that there are now. */
export function everyAction(): readonly KindedAction[] {
  return [
    ...of('Action', [
      undo,
      redo,
      goToOutput,
      showFindings,
      fixAllSafe,
      findSetting,
      open,
      shareLink,
      compareDesign,
      manyFromOne,
      startAnew,
      designs,
      history,
      aboutHost,
      askWhyItFailed,
      showKept,
      rename,
      showShortcuts,
    ]),
    ...of('Part', partActions),
    ...of('Output', tabActions),
    ...of('Copy as', copyActions),
    ...of('Download', downloads()),
    ...of('Preset', presetActions),
    ...of('Theme', themeActions),
    ...of('Language', languageActions),
  ]
}

/** Those that have a key, for the sheet of keys. */
export function keyedActions(): readonly Action[] {
  return [
    openPalette,
    findSetting,
    goToOutput,
    undo,
    redo,
    open,
    { ...download, label: t`Download the vm.yml` },
    showShortcuts,
  ]
}

function of(kind: ActionKind, actions: readonly Action[]): readonly KindedAction[] {
  return actions.map((action) => ({ action, kind }))
}

const showKept: Action = {
  id: 'kept',
  label: t`Kept, and not in the form`,
  icon: 'code',
  when: () =>
    renderedStore.getState().rendered.kept.length > 0 ? undefined : t`The form shows all that the XML has`,
  perform: () => openDialog({ kind: 'kept' }),
}

const rename: Action = {
  id: 'rename',
  label: t`Name of the VM`,
  icon: 'file',
  when: always,
  perform: () => focusWhenThere('.vm-name input'),
}

const partActions: readonly Action[] = parts.map(({ id, title, icon, purpose }) => ({
  id: `part-${id}`,
  label: title,
  icon,
  about: purpose,
  when: always,
  perform: () => goToPart(id),
}))

const tabActions: readonly Action[] = tabs.map(({ id, label }) => ({
  id: `tab-${id}`,
  label: t`Show ${label}`,
  icon: 'code',
  when: always,
  perform: () => showTab(id),
}))

const presetActions: readonly Action[] = presets.map((preset) => ({
  id: `preset-${preset.id}`,
  label: translated(preset.title),
  icon: 'plus',
  about: translated(preset.about),
  when: always,
  perform: () => void attempt(t`The preset ${translated(preset.title)}`, () => startFrom(preset)),
}))
