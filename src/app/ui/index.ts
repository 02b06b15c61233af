/** The door of the component kit. Every component takes props only; none knows the store or core. */
export { announce } from './announce.ts'

export { Button } from './Button.tsx'

export { type ChoiceColumn, type ChoiceRow, ChoiceTable } from './ChoiceTable.tsx'
export { CodeLine } from './CodeLine.tsx'
export { ComboBox } from './ComboBox.tsx'
export { CopyButton } from './CopyButton.tsx'
export { copyText } from './copy.ts'
export { DeviceList, type DeviceRow } from './DeviceList.tsx'
export { Dialog, type DialogAction } from './Dialog.tsx'
export { Disclosure } from './Disclosure.tsx'
export { DropZone } from './DropZone.tsx'
export { EmptyState } from './EmptyState.tsx'
export {
  FieldGroup,
  type FieldProps,
  fieldPathOf,
  focusField,
  Message,
  showField,
} from './Field.tsx'
export { type FindingItem, FindingList } from './FindingList.tsx'
export { focusWhenThere } from './focus-when-there.ts'
export {
  type GridColumn,
  type GridGroup,
  type GridRow,
  GridSelect,
} from './GridSelect.tsx'
export { Icon, type IconName } from './Icon.tsx'
export { IconButton } from './IconButton.tsx'
export { KeyValueEditor } from './KeyValueEditor.tsx'
export { keepFocus } from './keep-focus.ts'
export { ListEditor } from './ListEditor.tsx'

export { Menu } from './Menu.tsx'
export { NumberField } from './NumberField.tsx'
export { type RadioCard, RadioCards } from './RadioCards.tsx'
export {
  type Segment,
  SegmentedControl,
  Segments,
} from './SegmentedControl.tsx'
export { Select } from './Select.tsx'
export { Sentence } from './Sentence.tsx'
export { SizeField } from './SizeField.tsx'

export { Switch } from './Switch.tsx'
export { readStored, useStoredFlag, writeStored } from './stored.ts'
export type { Tab } from './Tabs.tsx'
export { TextArea, TextField } from './TextField.tsx'
export { TriState } from './TriState.tsx'
export { TypedForm } from './TypedForm.tsx'
export { applyTheme, type ShownTheme, setTheme, themes, tokenColour, useTheme } from './theme.ts'
export { useLatest } from './useLatest.ts'
export { useTyped } from './useTyped.ts'
