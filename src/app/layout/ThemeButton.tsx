import { IconButton } from '../ui/IconButton.tsx'
import { Menu } from '../ui/Menu.tsx'
import { setTheme, type ThemeChoice, useTheme } from '../ui/theme.ts'

const themes: readonly { readonly id: ThemeChoice; readonly label: string }[] = [
  { id: 'system', label: 'As the system' },
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
]

/** Light, dark, or what the system says, which is what it is until somebody chooses. */
export function ThemeButton() {
  const { choice, shown } = useTheme()
  return (
    <Menu
      label="Theme"
      entries={themes.map(({ id, label }) => ({ id, label, ...(id === choice ? { icon: 'check' } : {}) }))}
      onAction={(id) => {
        const theme = themes.find((one) => one.id === id)
        if (theme !== undefined) setTheme(theme.id)
      }}
    >
      <IconButton icon={shown.endsWith('dark') ? 'moon' : 'sun'} label="Theme" />
    </Menu>
  )
}
