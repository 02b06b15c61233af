/** `today 14:03`, `28.11.2026 14:03`: in the words of the person's place. */
import { t } from './words/index.ts'

export function formatTime(date: Date, now = new Date()): string {
  const clock = date.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
  const isToday = date.toDateString() === now.toDateString()
  return isToday ? t`today ${clock}` : `${date.toLocaleDateString()} ${clock}`
}
