// Walks through the pages in Chromium as people do, and writes JSON about them: { faults, seen }. Its arguments are the
// browser, the address of the data store, the folder of the files to upload, and the folder for screenshots.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import axe from 'axe-core'
import { chromium } from 'playwright-core'

const [executablePath, base, files, pictures] = process.argv.slice(2)

// Milliseconds; a busy machine is no fault of a page.
const PATIENCE = 300_000
const WIDE = { width: 1280, height: 900 }
const PHONE = { width: 360, height: 740 }

mkdirSync(pictures, { recursive: true })
const faults = []
const seen = {}
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'], timeout: PATIENCE })

/** A page of a browser of its own; everything that it complains about or loads from elsewhere is a fault. */
async function open(viewport, javaScriptEnabled = true) {
  const context = await browser.newContext({ viewport, javaScriptEnabled, baseURL: base })
  context.setDefaultTimeout(PATIENCE)
  const page = await context.newPage()
  const fault = what => faults.push(`${page.url()}: ${what}`)
  page.on('console', message => {
    // The browser itself notes replies such as 422, which are expected.
    if (!message.text().startsWith('Failed to load resource')) {
      fault(`says ${message.text()}`)
    }
  })
  page.on('pageerror', error => fault(`fails with ${error.message}`))
  page.on('dialog', async dialog => {
    fault(`asks ${dialog.message()}`)
    await dialog.dismiss()
  })
  page.on('request', request => {
    if (!request.url().startsWith(base)) {
      fault(`loads ${request.url()}`)
    }
  })
  return page
}

/** Takes a picture, asks axe, and measures the width. axe comes through the debugger, since pages refuse other scripts. */
async function look(page, name, isScripted = true) {
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true })
  if (isScripted) {
    await page.evaluate(axe.source)
    const { violations } = await page.evaluate(() => globalThis.axe.run(document, { preload: false }))
    for (const violation of violations) {
      faults.push(`${name}: ${violation.id} at ${violation.nodes[0].target} ${violation.nodes[0].failureSummary}`)
    }
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    if (beyond > 0) {
      faults.push(`${name}: is ${beyond} pixels too wide`)
    }
  }
}

const text = async (page, selector) => (await page.locator(selector).first().innerText()).replace(/\s+/g, ' ').trim()

async function signIn(page, name = 'Ada Example') {
  await page.goto('/upload/')
  await page.getByRole('button', { name: `Sign in as ${name}` }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
}

async function upload(page, source, file) {
  await page.goto(`/upload/${source}/`)
  await page.locator('input[type=file]').setInputFiles(join(files, file))
  await page.getByRole('button', { name: 'Upload and check' }).click()
  await page.waitForURL(/\/check\//)
}

/** Confirms a file, and waits until its load has ended; without scripts the page loads itself again. */
async function load(page) {
  await page.getByRole('button', { name: 'Confirm and load' }).click()
  await page.locator('.govuk-panel--confirmation, .govuk-error-summary').first().waitFor()
}

async function wholeWay() {
  const page = await open(WIDE)
  await page.goto('/upload/')
  await look(page, '01-sign-in')
  await signIn(page)
  await look(page, '02-sources')
  await page.goto('/upload/measures/')
  await look(page, '03-source-empty')

  await upload(page, 'measures', 'measures.csv')
  await look(page, '04-check')
  const name = page.getByLabel('Type of starts')
  seen.ambiguous = await name.locator('option:checked').innerText()
  seen.zeros = await page.getByLabel('Type of commodity_code').locator('option:checked').innerText()
  await page.getByRole('button', { name: 'Confirm and load' }).click()
  seen.order = await text(page, '.govuk-error-summary__list')
  await look(page, '05-check-order-missing')
  await page.getByLabel('Type of starts').selectOption({ label: 'Date, day first (31/12/2024)' })
  await load(page)
  seen.loaded = await text(page, '.govuk-panel')
  await look(page, '06-done')

  await upload(page, 'measures', 'misfit.csv')
  seen.hint = await text(page, '#hint_4')
  await page.getByLabel('Type of duty').selectOption({ label: 'Decimal number' })
  await page.getByRole('button', { name: 'Confirm and load' }).click()
  seen.misfit = await text(page, '#error_4')
  seen.changes = await text(page, '.store-summary')
  await look(page, '07-check-misfit')
  await page.getByLabel('Type of duty').selectOption({ label: 'Text' })
  await load(page)

  await page.goto('/upload/measures/')
  await look(page, '08-source')
  await page.getByRole('link', { name: /^Restore version/ }).first().click()
  await look(page, '09-restore')
  await page.getByRole('button', { name: /^Restore version/ }).click()
  await page.waitForURL(/\/upload\/measures\/$/)
  seen.states = (await page.locator('td[data-label=State]').allInnerTexts()).map(it => it.trim())

  await upload(page, 'measures', 'ragged.csv')
  seen.ragged = await text(page, '.govuk-error-summary__list')
  seen.confirmable = await page.getByRole('button', { name: 'Confirm and load' }).count()
  await look(page, '10-check-ragged')
  await page.getByRole('button', { name: 'Discard this file' }).click()
  await page.waitForURL(/\/upload\/measures\/$/)

  await upload(page, 'measures', 'unclear.csv')
  seen.readFirst = await page.locator('.store-column-name code').allInnerTexts()
  await page.getByText('Change how the file is read').click()
  await look(page, '11-check-unclear')
  await page.getByLabel('Between columns').selectOption({ label: 'Semicolon' })
  await page.getByRole('button', { name: 'Read the file again' }).click()
  await page.getByText('in the file: amount,total').waitFor()
  seen.readAgain = await page.locator('.store-column-name code').allInnerTexts()
  await look(page, '12-check-read-again')

  await page.goto('/upload/measures/')
  await page.locator('input[type=file]').setInputFiles(join(files, 'workbook.csv'))
  await page.getByRole('button', { name: 'Upload and check' }).click()
  seen.workbook = await text(page, '.govuk-error-summary__list')
  await look(page, '13-workbook')

  await upload(page, 'measures', 'hostile.csv')
  seen.hostile = await page.locator('.store-from').allInnerTexts()
  await look(page, '14-hostile')

  await page.goto('/upload/-/new/')
  await look(page, '15-new')
  await page.getByLabel('Name').fill('port_calls')
  await page.getByLabel('Organisation and dataset').fill('transport.port_calls')
  await page.getByLabel('Who may read').fill('data-flow')
  await page.getByLabel('Paperwork').fill('https://example.org/dsa/port_calls')
  await page.getByRole('button', { name: 'Fill in the file' }).click()
  seen.yaml = await text(page, '.store-yaml')
  await look(page, '16-new-filled')

  await page.getByRole('button', { name: 'Sign out' }).click()
  seen.signedOut = await text(page, 'h1')
  await look(page, '17-signed-out')
  await page.context().close()
}

/** A source that declares its columns. */
async function declared() {
  const page = await open(WIDE)
  await signIn(page)
  await upload(page, 'strict', 'strict.csv')
  await look(page, '20-check-declared')
  await load(page)
  await page.goBack()
  await page.waitForURL(/\/uploaded\//)
  seen.afterBack = await text(page, '.govuk-panel')
  await upload(page, 'strict', 'strict-bad.csv')
  seen.declared = await text(page, '.govuk-error-summary__list')
  await look(page, '21-check-declared-misfit')
  await page.context().close()
}

async function withoutScript() {
  const page = await open(WIDE, false)
  await signIn(page)
  await upload(page, 'plain', 'plain.csv')
  await load(page)
  seen.withoutScript = await text(page, '.govuk-panel')
  await look(page, '30-done-without-script', false)
  await page.context().close()
}

async function byKeyboard() {
  const page = await open(WIDE)
  const press = async (key, times = 1) => {
    for (let i = 0; i < times; i++) {
      await page.keyboard.press(key)
    }
  }
  /** Moves the focus on until it is on an element of a name; 60 steps are more than any page has. */
  const goTo = async name => {
    for (let i = 0; i < 60; i++) {
      await press('Tab')
      const focused = await page.evaluate(() => {
        const it = document.activeElement
        return it.getAttribute('aria-label') || it.labels?.[0]?.innerText || it.innerText || ''
      })
      if (focused.trim() === name) {
        return
      }
    }
    faults.push(`${page.url()}: the keyboard does not reach ${name}`)
  }
  await page.goto('/upload/')
  await goTo('Sign in as Ada Example')
  await press('Enter')
  await page.waitForURL(/\/upload\/$/)
  await press('Tab')
  await look(page, '40-skip-link')
  await goTo('plain')
  await press('Enter')
  await page.waitForURL(/\/plain\/$/)
  // The dialog of files belongs to the browser; the rest is done by keys.
  await page.locator('input[type=file]').setInputFiles(join(files, 'plain-2.csv'))
  await goTo('Upload and check')
  await press('Enter')
  await page.waitForURL(/\/check\//)
  await goTo('Confirm and load')
  await press('Enter')
  await page.locator('.govuk-panel--confirmation').waitFor()
  seen.byKeyboard = await text(page, '.govuk-panel')
  await page.context().close()
}

async function onPhone() {
  const page = await open(PHONE)
  await signIn(page)
  await look(page, '50-phone-sources')
  await page.goto('/upload/measures/')
  await look(page, '51-phone-source')
  await upload(page, 'measures', 'measures.csv')
  await look(page, '52-phone-check')
  await page.getByRole('button', { name: 'Confirm and load' }).click()
  await page.locator('.govuk-error-summary').waitFor()
  await look(page, '53-phone-check-refused')
  await page.context().close()
}

async function stranger() {
  const page = await open(WIDE)
  await signIn(page, 'Ben Example')
  seen.stranger = await text(page, '.govuk-inset-text')
  await look(page, '60-stranger')
  await page.goto('/upload/measures/')
  seen.strangersSource = await text(page, 'h1')
  await look(page, '61-not-found')
  await page.context().close()
}

try {
  for (const walk of [wholeWay, declared, withoutScript, byKeyboard, onPhone, stranger]) {
    await walk()
  }
} finally {
  await browser.close()
}
process.stdout.write(JSON.stringify({ faults, seen }))
