import { createContext, useContext, useEffect, useEffectEvent, useId, useLayoutEffect, useRef } from 'react'
import { useController, useFormContext } from 'react-hook-form'

/** What a typed thing stands for; with a message, what is wrong with it. Without a value nothing of it is passed on. */
export type Meaning<V> =
  | { readonly value: V; readonly message?: string | undefined }
  | { readonly message: string }

export interface TypedOptions<V, T> {
  /** The field that it is, as `formatPath` gives it; undefined for what is no field of a design. */
  readonly path: string | undefined
  readonly value: V
  readonly onChange: (value: V) => void
  /** How a value stands in the control. */
  readonly format: (value: V) => T
  readonly parse: (typed: T) => Meaning<V>
}

export interface Typed<T> {
  readonly typed: T
  /** Set while it is wrong; the value outside is still the last good one. */
  readonly message: string | undefined
  readonly set: (typed: T) => void
  /** To call on blur: what is right is written the canonical way, what is wrong stays as typed. */
  readonly settle: () => void
}

/** Told of each field whose text is wrong, and with undefined when it no longer is, or when the field goes away. */
export type TellWrong = (path: string, message: string | undefined) => void

export const WrongFields = createContext<TellWrong>(() => undefined)

/**
 * What is typed into a control, right or wrong: the form around it holds it. What it means goes out at once; a value
 * that changes outside (undo, YAML, XML, a fix) takes its place, and so a neighbour's change never touches a wrong text.
 */
export function useTyped<V, T>({ path, value, onChange, format, parse }: TypedOptions<V, T>): Typed<T> {
  // Not the path: it may be there twice, as cards and in a list, and a row gets its place while it is typed.
  const name = useId()
  const outside = JSON.stringify(format(value))
  /** The value outside that the typed one stands for: the one that it became, or the last good one. */
  const meant = useRef(outside)
  const { setValue, clearErrors } = useFormContext()
  const { field, fieldState } = useController({
    name,
    defaultValue: format(value),
    shouldUnregister: true,
    rules: { validate: (typed: T) => parse(typed).message ?? true },
  })

  const follow = useEffectEvent(() => {
    if (meant.current === outside) return
    meant.current = outside
    setValue(name, format(value))
    clearErrors(name)
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows what the value becomes
  useLayoutEffect(follow, [outside])

  const message = fieldState.error?.message
  const tellWrong = useContext(WrongFields)
  useEffect(() => {
    if (message === undefined || path === undefined) return
    tellWrong(path, message)
    return () => tellWrong(path, undefined)
  }, [message, path, tellWrong])

  return {
    typed: field.value,
    message,
    set: (typed) => {
      const meaning = parse(typed)
      meant.current = 'value' in meaning ? JSON.stringify(format(meaning.value)) : outside
      field.onChange(typed)
      if ('value' in meaning && meant.current !== outside) onChange(meaning.value)
    },
    settle: () => {
      field.onBlur()
      if (message === undefined) setValue(name, format(value))
    },
  }
}

/** For a control that can only say what is right. */
export function useChosen<V>(
  path: string | undefined,
  value: V,
  onChange: (value: V) => void,
): readonly [chosen: V, choose: (value: V) => void] {
  const { typed, set } = useTyped<V, { readonly chosen: V }>({
    path,
    value,
    onChange,
    // In a map, since a form takes undefined for no value at all.
    format: (chosen) => ({ chosen }),
    parse: ({ chosen }) => ({ value: chosen }),
  })
  return [typed.chosen, (next) => set({ chosen: next })]
}
