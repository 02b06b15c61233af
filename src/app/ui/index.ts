/** The door of the component kit. Every component takes props only; none knows the store or core. */
export { announce } from './announce.ts'
export {
  Badge,
  type BadgeProps,
  countFindings,
  FindingMark,
  type FindingMarkProps,
  type Severity,
  SeverityIcon,
} from './Badge.tsx'
export { Button, type ButtonProps } from './Button.tsx'
export { Checkbox, type CheckboxProps } from './Checkbox.tsx'
export { type ChoiceColumn, type ChoiceRow, ChoiceTable, type ChoiceTableProps } from './ChoiceTable.tsx'
export { CodeLine, type CodeLineProps } from './CodeLine.tsx'
export { ComboBox, type ComboBoxProps, type Suggestion } from './ComboBox.tsx'
export { CopyButton, type CopyButtonProps } from './CopyButton.tsx'
export { copyText } from './copy.ts'
export { DeviceList, type DeviceListProps, type DeviceRow } from './DeviceList.tsx'
export { Dialog, type DialogAction, type DialogProps } from './Dialog.tsx'
export { Disclosure, type DisclosureProps } from './Disclosure.tsx'
export { DropZone, type DropZoneProps } from './DropZone.tsx'
export { EmptyState, type EmptyStateProps } from './EmptyState.tsx'
export {
  Field,
  type FieldControl,
  FieldGroup,
  type FieldProps,
  fieldPathOf,
  fieldProps,
  focusField,
  showField,
} from './Field.tsx'
export { type FindingItem, FindingList, type FindingListProps } from './FindingList.tsx'
export {
  type GridColumn,
  type GridGroup,
  type GridRow,
  GridSelect,
  type GridSelectProps,
} from './GridSelect.tsx'
export { Icon, type IconName } from './Icon.tsx'
export { IconButton, type IconButtonProps } from './IconButton.tsx'
export { KeyValueEditor, type KeyValueEditorProps } from './KeyValueEditor.tsx'
export { ListEditor, type ListEditorProps } from './ListEditor.tsx'
export { LiveRegion } from './LiveRegion.tsx'
export { Menu, type MenuEntry, type MenuProps } from './Menu.tsx'
export { NumberField, type NumberFieldProps } from './NumberField.tsx'
export { type RadioCard, RadioCards, type RadioCardsProps } from './RadioCards.tsx'
export { type Rows, useRows } from './rows.ts'
export {
  type Segment,
  SegmentedControl,
  type SegmentedControlProps,
  Segments,
  type SegmentsProps,
} from './SegmentedControl.tsx'
export { Select, type SelectOption, type SelectProps } from './Select.tsx'
export { SizeField, type SizeFieldProps } from './SizeField.tsx'
export { Splitter, type SplitterProps } from './Splitter.tsx'
export { Switch, type SwitchProps } from './Switch.tsx'
export { readStored, useStoredFlag, useStoredWidth, writeStored } from './stored.ts'
export { type Tab, Tabs, type TabsProps } from './Tabs.tsx'
export { TextArea, type TextAreaProps, TextField, type TextFieldProps } from './TextField.tsx'
export { Tooltip, type TooltipProps } from './Tooltip.tsx'
export { TriState, type TriStateProps } from './TriState.tsx'
export { applyTheme, setTheme, type ThemeChoice, tokenColour, useTheme } from './theme.ts'
export { type Draft, type DraftOptions, type Parsed, useDraft } from './useDraft.ts'
