import { useLayoutEffect } from 'react'
import { closeDialog } from '../dialogs.ts'
import { keepTyping, stopTyping } from './typed-early.ts'

/** Stands for the palette while it is loaded: what is typed meanwhile is its query. */
export function TypedEarly() {
  useLayoutEffect(() => {
    keepTyping(closeDialog)
    return stopTyping
  }, [])
  return null
}
