/** Every action of the palette with what it does to the page, for palette.spec.ts; a unit test holds the list to the actions. */

/** What can be seen when it was done. */
export type Outcome =
  /** A part is open, by its heading. */
  | { readonly part: string }
  /** An output is shown, by its tab. */
  | { readonly tab: string }
  | { readonly dialog: string }
  /** Said in the live region. */
  | { readonly says: string }
  /** The name of the file. */
  | { readonly downloads: string }
  /** How what is on the clipboard begins. */
  | { readonly copies: string }
  /** What has the focus, as a selector. */
  | { readonly focuses: string }
  /** The name that the VM has then. */
  | { readonly name: string }
  /** The language of the page, on its root element. */
  | { readonly language: string }
  /** What is said of the theme on the root element. */
  | { readonly theme: string; readonly contrast: boolean }
  /** The browser asks for a file. */
  | { readonly asksForFile: true }

/** What is done before, so that it can be done. */
export type Setup = 'renamed' | 'undone' | 'kept' | 'fixable'

export interface PaletteCase {
  readonly id: string
  /** What is typed. */
  readonly types: string
  readonly setup?: Setup
  /** Why it can't be done without the setup. */
  readonly refused?: string
  readonly outcome: Outcome
}

const part = (id: string, title: string): PaletteCase => ({
  id: `part-${id}`,
  types: title,
  outcome: { part: title },
})

const tab = (id: string, label: string): PaletteCase => ({
  id: `tab-${id}`,
  types: `show ${label}`,
  outcome: { tab: label },
})

const preset = (id: string, title: string): PaletteCase => ({
  id: `preset-${id}`,
  types: title,
  outcome: { name: id },
})

const download = (id: string, file: string): PaletteCase => ({
  id: `download-${id}`,
  types: file,
  outcome: { downloads: file },
})

export const paletteCases: readonly PaletteCase[] = [
  {
    id: 'undo',
    types: 'undo',
    setup: 'renamed',
    refused: 'There is nothing to undo',
    outcome: { says: 'Undid: rename' },
  },
  {
    id: 'redo',
    types: 'redo',
    setup: 'undone',
    refused: 'There is nothing to redo',
    outcome: { says: 'Did again: rename' },
  },
  { id: 'output', types: 'to the output', outcome: { focuses: '.output .monaco-editor [role="textbox"]' } },
  { id: 'findings', types: 'show the findings', outcome: { focuses: '.output-pane__list button' } },
  {
    id: 'fix-all',
    types: 'fix all',
    setup: 'fixable',
    refused: 'No finding has a fix that needs no decision',
    outcome: { says: 'Fix 2 findings' },
  },
  { id: 'find', types: 'find a setting', outcome: { focuses: '[data-rail-search]' } },
  { id: 'open', types: 'open a file', outcome: { asksForFile: true } },
  { id: 'share', types: 'share', outcome: { dialog: 'Share my-vm' } },
  { id: 'compare', types: 'compare with', outcome: { dialog: 'Compare' } },
  { id: 'set', types: 'spreadsheet', outcome: { dialog: 'Many from one' } },
  { id: 'new', types: 'new vm', setup: 'renamed', outcome: { name: 'my-vm' } },
  { id: 'designs', types: 'earlier designs', outcome: { dialog: 'Designs' } },
  { id: 'history', types: 'history', outcome: { dialog: 'History of' } },
  { id: 'host', types: 'about the host', outcome: { dialog: 'host' } },
  { id: 'why', types: 'why did it fail', outcome: { dialog: 'Why did it fail?' } },
  {
    id: 'kept',
    types: 'kept, and not',
    setup: 'kept',
    refused: 'The form shows all that the XML has',
    outcome: { dialog: 'Kept, and not in the form' },
  },
  { id: 'rename', types: 'name of the vm', outcome: { focuses: '.vm-name input' } },
  { id: 'shortcuts', types: 'keyboard shortcuts', outcome: { dialog: 'Keys' } },
  part('source', 'Source'),
  part('cpu', 'CPU'),
  part('memory', 'Memory'),
  part('firmware', 'Firmware and boot'),
  part('network', 'Network and ports'),
  part('disks', 'Disks'),
  part('displays', 'Displays'),
  part('shares', 'Shares'),
  part('hostdevs', 'Host devices'),
  part('channels', 'Channels'),
  part('devices', 'Other devices'),
  part('security', 'Security'),
  part('tuning', 'Tuning'),
  part('access', 'Access and cloud-init'),
  part('snippets', 'Raw XML'),
  tab('xml', 'XML'),
  tab('qemu', 'QEMU'),
  tab('yaml', 'YAML'),
  tab('cloud-init', 'cloud-init'),
  tab('files', 'Files'),
  tab('picture', 'Picture'),
  tab('elsewhere', 'Elsewhere'),
  { id: 'copy-xml', types: 'domain xml', outcome: { copies: '<domain' } },
  { id: 'copy-define', types: 'virsh define', outcome: { copies: 'virsh -c' } },
  { id: 'copy-yaml', types: 'copy yaml', outcome: { copies: 'vms:' } },
  { id: 'copy-by-hand', types: 'qemu command', outcome: { copies: 'qemu-system' } },
  { id: 'copy-markdown', types: 'markdown', outcome: { copies: '## my-vm' } },
  { id: 'download-all', types: 'everything as zip', outcome: { downloads: 'my-vm.zip' } },
  download('xml', 'my-vm.xml'),
  download('by-hand', 'my-vm.qemu.sh'),
  download('shell', 'my-vm.sh'),
  download('argv', 'my-vm.argv.json'),
  download('explained', 'my-vm.explain.txt'),
  download('yaml', 'my-vm.yml'),
  download('user-data', 'user-data'),
  download('meta-data', 'meta-data'),
  preset('linux-development', 'Linux development'),
  preset('cloud-image', 'Headless server'),
  preset('windows-11', 'Windows 11 desktop'),
  preset('windows-gaming', 'Windows gaming with a graphics card'),
  preset('looking-glass', 'Looking Glass'),
  preset('home-assistant', 'Home Assistant'),
  preset('opnsense', 'OPNsense router'),
  preset('nested-lab', 'Nested lab'),
  preset('aarch64-on-x86', 'ARM on an x86 host'),
  preset('confidential', 'Confidential VM'),
  { id: 'theme-light', types: 'light', outcome: { theme: 'light', contrast: false } },
  { id: 'theme-dark', types: 'dark', outcome: { theme: 'dark', contrast: false } },
  { id: 'theme-contrast', types: 'high contrast', outcome: { theme: '', contrast: true } },
  { id: 'language-de', types: 'deutsch', outcome: { language: 'de' } },
  { id: 'language-en', types: 'english', outcome: { language: 'en' } },
  { id: 'theme-system', types: 'as the system', outcome: { theme: '', contrast: false } },
]
