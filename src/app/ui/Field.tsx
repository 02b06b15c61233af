import { type ReactNode, useId } from 'react'
import { t } from '../words/index.ts'
import { Icon } from './Icon.tsx'
import { IconButton } from './IconButton.tsx'
import { Sentence } from './Sentence.tsx'
import './field.css'

/** What every field has, whatever its control. Nothing here is about the value: that is the control's. */
export interface FieldProps {
  /** In plain words, sentence case. */
  readonly label: string
  /** The XML (or YAML) name, shown in small monospace: 'memballoon model'. */
  readonly name?: string | undefined
  /** The path in the spec, as `formatPath` gives it: lets the page find this field (`focusField`). */
  readonly path?: string | undefined
  /** One or two sentences, shown while the field has the focus. */
  readonly help?: ReactNode
  /** What is wrong with the value; shown under the control, the value stays as typed. */
  readonly error?: string | undefined
  /** A finding that is no error. */
  readonly warning?: string | undefined
  /** A quiet line under the control that is always there: what is filled in and why. */
  readonly note?: ReactNode
  /** True when the value is not the default: shows the dot. */
  readonly changed?: boolean | undefined
  /** True when the value is another than when the form was opened: marks the dot. */
  readonly edited?: boolean | undefined
  /** Back to the default; the button is there while `changed`. */
  readonly onReset?: (() => void) | undefined
  /** Why it can't be chosen now: greys the control and shows the reason. */
  readonly disabledReason?: string | undefined
  /** Label above, control over the full width: for text areas, lists and tables. */
  readonly wide?: boolean | undefined
  /** For a control in a table or a row that has its heading elsewhere: the label is only said. */
  readonly hideLabel?: boolean | undefined
}

/** What a control takes from its field: spread `aria` on the element that gets the focus. */
export interface FieldControl {
  readonly id: string
  readonly labelId: string
  readonly disabled: boolean
  readonly invalid: boolean
  readonly aria: {
    readonly id: string
    readonly 'aria-labelledby': string
    readonly 'aria-describedby': string
    readonly 'aria-invalid'?: true
  }
}

export interface FieldFrameProps extends FieldProps {
  /** `label` clicks through to one control; `group` names several (radios, a list). */
  readonly kind?: 'label' | 'group' | undefined
  readonly children: (control: FieldControl) => ReactNode
}

/** Label, XML name, control, reset, messages and help, in their places. Every field of the kit is in one. */
export function Field(props: FieldFrameProps) {
  const { label, name, path, help, error, warning, note, changed, edited } = props
  const { onReset, disabledReason, wide, hideLabel } = props
  const id = useId()
  const labelId = `${id}label`
  const describedBy = `${id}about`
  const disabled = disabledReason !== undefined
  const invalid = error !== undefined
  const Label = props.kind === 'group' ? 'span' : 'label'
  const layout = wide === true ? ' field--wide' : ''

  return (
    <div
      className={`field${layout}${hideLabel === true ? ' field--bare' : ''}`}
      data-path={path}
      data-disabled={disabled || undefined}
    >
      <div className={hideLabel === true ? 'visually-hidden' : 'field__label'}>
        <Mark changed={changed} edited={edited} />
        <Label id={labelId} {...(props.kind === 'group' ? {} : { htmlFor: id })}>
          {label}
        </Label>
        {name !== undefined && <code className="field__name">{name}</code>}
      </div>
      <div className="field__main">
        <div className="field__control">
          {props.children({
            id,
            labelId,
            disabled,
            invalid,
            aria: {
              id,
              'aria-labelledby': labelId,
              'aria-describedby': describedBy,
              ...(invalid ? { 'aria-invalid': true } : {}),
            },
          })}
          {(onReset !== undefined || (wide !== true && hideLabel !== true)) && (
            <span className="field__reset">
              {onReset !== undefined && changed === true && !disabled && (
                <IconButton
                  icon="reset"
                  size="small"
                  label={t`Reset ${label}`}
                  tooltip={t`Back to the default`}
                  onPress={onReset}
                />
              )}
            </span>
          )}
        </div>
        <div id={describedBy} className="field__about">
          <Messages error={error} warning={warning} />
          {disabled && <p className="field__reason">{disabledReason}</p>}
          {note !== undefined && <p className="field__note">{note}</p>}
          {help !== undefined && <p className="field__help">{help}</p>}
        </div>
      </div>
    </div>
  )
}

/** A dot for what is not the default, a ring for what was changed since the form was opened, or both. */
export function Mark({ changed = false, edited = false }: Pick<FieldProps, 'changed' | 'edited'>) {
  if (!changed && !edited) return null
  const words = [
    ...(changed ? [t`not the default`] : []),
    ...(edited ? [t`changed since this was opened`] : []),
  ].join(', ')
  const text = words.charAt(0).toUpperCase() + words.slice(1)
  return (
    <span
      className="field__dot"
      role="img"
      aria-label={text}
      title={text}
      data-changed={changed || undefined}
      data-edited={edited || undefined}
    />
  )
}

/** What is wrong with a field, and what a finding says of it. */
export function Messages({ error, warning }: Pick<FieldProps, 'error' | 'warning'>) {
  return (
    <>
      {error !== undefined && <Message kind="error" text={error} />}
      {warning !== undefined && <Message kind="warning" text={warning} />}
    </>
  )
}

/** What is wrong, as it stands under a control. */
export function Message({ kind, text }: { readonly kind: 'error' | 'warning'; readonly text: string }) {
  return (
    <p className={`field__message field__message--${kind}`}>
      <Icon name={kind} size={14} />
      <span>
        <Sentence text={text} />
      </span>
    </p>
  )
}

/** Fields that belong together, with an optional small heading; sets the column widths of the fields in it. */
export function FieldGroup({
  title,
  children,
}: {
  readonly title?: string | undefined
  readonly children: ReactNode
}) {
  const id = useId()
  return (
    <div className="field-group" {...(title === undefined ? {} : { role: 'group', 'aria-labelledby': id })}>
      {title !== undefined && (
        <h3 className="field-group__title" id={id}>
          {title}
        </h3>
      )}
      {children}
    </div>
  )
}

const focusable = 'input:not([disabled]), textarea:not([disabled]), button:not([disabled]), [tabindex="0"]'

/**
 * Scrolls to the field of `path` and puts the focus into its control: of a device or a map into the first field that
 * is wrong, else into the first. False when there is none on the page.
 */
export function focusField(path: string): boolean {
  const at = CSS.escape(path)
  const place = `[data-path="${at}"]`
  const below = `:is([data-path^="${at}."], [data-path^="${at}["])`
  const wrong = document.querySelector(`:is(${place}, ${below}) [aria-invalid]`)
  const field =
    wrong?.closest('[data-path]') ?? document.querySelector(place) ?? document.querySelector(below)
  if (field === null) return false
  field.scrollIntoView({ block: 'center' })
  const control =
    wrong ?? field.querySelector(`.field__control :is(${focusable})`) ?? field.querySelector(focusable)
  if (control instanceof HTMLElement) control.focus({ preventScroll: true })
  return true
}

/** Brings the field with this path into view and points at it, without the focus; false when none is drawn. */
export function showField(path: string): boolean {
  const field = document.querySelector(`[data-path="${CSS.escape(path)}"]`)
  if (!(field instanceof HTMLElement)) return false
  for (const other of document.querySelectorAll('[data-pointed]')) other.removeAttribute('data-pointed')
  field.setAttribute('data-pointed', '')
  field.scrollIntoView({ block: 'center' })
  return true
}

/** The path of the field that an event came from, for `onFocus` and `onBlur` of a whole form. */
export function fieldPathOf(target: EventTarget | null): string | undefined {
  if (!(target instanceof Element)) return undefined
  return target.closest('[data-path]')?.getAttribute('data-path') ?? undefined
}

/** Only the properties that a field frame takes, out of those of a whole control. */
export function fieldProps(props: FieldProps): FieldProps {
  const { label, name, path, help, error, warning, note, changed, edited } = props
  const { onReset, disabledReason, wide, hideLabel } = props
  return {
    label,
    name,
    path,
    help,
    error,
    warning,
    note,
    changed,
    edited,
    onReset,
    disabledReason,
    wide,
    hideLabel,
  }
}
