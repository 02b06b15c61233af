import type { ReactNode, Ref } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Icon, type IconName } from './Icon.tsx'
import './button.css'

export interface ButtonProps {
  readonly children: ReactNode
  /** `primary` once a view; `quiet` has no border; `danger` takes something away; plain otherwise. */
  readonly tone?: 'plain' | 'primary' | 'quiet' | 'danger' | undefined
  readonly size?: 'normal' | 'small' | undefined
  readonly icon?: IconName | undefined
  /** A chevron at the end: the button opens something. */
  readonly opens?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly type?: 'button' | 'submit' | undefined
  readonly autoFocus?: boolean | undefined
  readonly onPress?: (() => void) | undefined
  readonly ref?: Ref<HTMLButtonElement> | undefined
  readonly 'aria-label'?: string | undefined
  readonly 'aria-expanded'?: boolean | undefined
  readonly 'aria-controls'?: string | undefined
  readonly 'aria-describedby'?: string | undefined
}

/** A button with words on it. */
export function Button(props: ButtonProps) {
  const {
    children,
    tone = 'plain',
    size = 'normal',
    icon,
    opens,
    disabled,
    onPress,
    ref,
    autoFocus,
    ...rest
  } = props
  return (
    <AriaButton
      {...definedOnly(rest)}
      {...(ref === undefined ? {} : { ref })}
      {...(onPress === undefined ? {} : { onPress })}
      className={`button button--${tone} button--${size}`}
      isDisabled={disabled === true}
      autoFocus={autoFocus === true}
    >
      {icon !== undefined && <Icon name={icon} />}
      <span className="button__text">{children}</span>
      {opens === true && <Icon name="chevron-down" size={12} />}
    </AriaButton>
  )
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** `values` without the keys that are undefined, for properties that may be left out but not be undefined. */
export function definedOnly<T extends object>(values: T): Defined<T> {
  const result: Defined<T> = { ...values }
  for (const key in result) if (result[key] === undefined) delete result[key]
  return result
}
