// Opens pages in Chromium, and writes JSON about them: { faults, filters, withoutScript }. Its arguments are the browser,
// the folder of the pages, the folder for screenshots, and true to try the filters with the values of the examples.
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import { chromium } from 'playwright-core'

const [executablePath, site, pictures, examples] = process.argv.slice(2)

const VIEWS = [
  { name: 'wide', viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { name: 'wide-dark', viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  { name: 'phone', viewport: { width: 360, height: 740 }, colorScheme: 'light' },
  { name: 'phone-dark', viewport: { width: 360, height: 740 }, colorScheme: 'dark' }
]
const pages = readdirSync(site, { recursive: true })
  .map(path => path.replaceAll('\\', '/'))
  .filter(path => path.endsWith('.html'))
  .sort()
// The first page of each folder, and all pages at the top.
const samples = pages.filter(
  (path, index) => !path.includes('/') || path.split('/')[0] !== pages[index - 1]?.split('/')[0]
)
const url = path => pathToFileURL(join(site, path)).href
const faults = []

// Milliseconds; a busy machine is no fault of a page.
const PATIENCE = 300_000

/** Opens a page; everything that it complains about, asks for or loads from elsewhere is a fault. */
async function open(context, path, view) {
  context.setDefaultTimeout(PATIENCE)
  const page = await context.newPage()
  const fault = what => faults.push(`${path} (${view}): ${what}`)
  page.on('console', message => fault(`says ${message.text()}`))
  page.on('pageerror', error => fault(`fails with ${error.message}`))
  page.on('dialog', async dialog => {
    fault(`asks ${dialog.message()}`)
    await dialog.dismiss()
  })
  page.on('request', request => {
    if (!request.url().startsWith(pathToFileURL(site).href)) {
      fault(`loads ${request.url()}`)
    }
  })
  await page.goto(url(path))
  return page
}

/** axe comes through the debugger, since the pages refuse other scripts; nor may it load the style sheet once more. */
async function look(page, path, view) {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { preload: false }))
  for (const violation of violations) {
    faults.push(`${path} (${view}): ${violation.id} at ${violation.nodes[0].target} ${violation.nodes[0].failureSummary}`)
  }
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  if (beyond > 0) {
    faults.push(`${path} (${view}): is ${beyond} pixels too wide`)
  }
}

/** Tries the filters of the list one by one; returns the names of the rows that each leaves. */
async function filter(context) {
  const page = await open(context, 'index.html', 'filters')
  const names = () => page.locator('tbody tr:visible th').allTextContents()
  const seen = { all: await names() }
  const choose = async (name, value, action) => {
    await action(page.locator(`#${name}`), value)
    seen[`${name} ${value}`] = await names()
    if (name === 'kind') {
      const other = await context.newPage()
      await other.goto(page.url())
      seen['sent address'] = await other.locator('tbody tr:visible th').allTextContents()
      await other.close()
    }
    await page.getByRole('button', { name: 'Show all' }).click()
  }
  const select = (field, label) => field.selectOption({ label })
  const fill = (field, value) => field.fill(value)
  await choose('search', 'Court DASH', fill)
  await choose('search', 'nothing like this', fill)
  await choose('kind', 'pull', select)
  await choose('account', '345678901234', select)
  await choose('person', 'alpha_user_chen', select)
  await choose('host', 'example.org', select)
  await choose('review', '2027-02-01', fill)
  seen['show all'] = await names()
  seen.count = await page.locator('#count').textContent()
  return seen
}

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'], timeout: PATIENCE })
try {
  mkdirSync(pictures, { recursive: true })
  for (const { name, ...options } of VIEWS) {
    const context = await browser.newContext(options)
    for (const path of name === 'wide' ? pages : samples) {
      const page = await open(context, path, name)
      await look(page, path, name)
      await page.screenshot({ path: join(pictures, `${path.replaceAll('/', '-')}-${name}.png`), fullPage: true })
      await page.close()
    }
    await context.close()
  }
  const plain = await browser.newContext({ javaScriptEnabled: false })
  const page = await open(plain, 'index.html', 'without script')
  const withoutScript = {
    rows: await page.locator('tbody tr:visible').count(),
    filters: await page.locator('form:visible').count(),
    buttons: await page.locator('button:visible').count()
  }
  const filters = examples === 'true' ? await filter(await browser.newContext()) : {}
  process.stdout.write(JSON.stringify({ faults, filters, withoutScript }))
} finally {
  await browser.close()
}
