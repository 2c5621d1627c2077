import { expect, it } from 'vitest';
import { describeInBrowser, openPage } from './browser.ts';
import { serveBundled, servePage } from './page.ts';

describeInBrowser('the web page', () => {
  it('completes while one types, with the keyboard alone, and answers without loading the page anew', async () => {
    const { address } = await servePage();
    const page = await openPage(address);
    await page.evaluate('document.body.dataset.kept = "yes"');
    await page.getByLabel('A term or a question').pressSequentially('conta');
    await page.getByRole('option', { name: 'Containers' }).waitFor();
    await page.keyboard.press('ArrowDown');
    const active = page.locator('[role=option][aria-selected=true]');
    expect(await page.getByRole('combobox').getAttribute('aria-activedescendant')).toBe(
      await active.getAttribute('id'),
    );
    const name = await active.innerText();
    await page.keyboard.press('Enter');
    await page.locator('.preview.slack').getByRole('heading', { name }).waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe(name);
    expect(await page.evaluate('document.body.dataset.kept')).toBe('yes');
    await page.goBack();
    await page.getByRole('heading', { name: 'Try' }).waitFor();
  });

  it.each(['slack', 'discord'])('presses a facet in the preview of %s, and goes back', async surface => {
    const { address } = await servePage();
    const page = await openPage(`${address}/?q=containers`);
    const preview = page.locator(`.preview.${surface}`);
    await preview.getByRole('button', { name: 'Advantages' }).click();
    await preview.getByText('Portability').first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
    await preview.getByRole('button', { name: '← Back' }).click();
    await preview.getByText('A container is a small, portable').first().waitFor();
  });

  it.each(['slack', 'discord'])('chooses from the menu in the preview of %s', async surface => {
    const { address } = await servePage();
    const page = await openPage(`${address}/?q=list+network`);
    const preview = page.locator(`.preview.${surface}`);
    const [, , last = ''] = await preview.locator('select option').allInnerTexts();
    await preview.locator('select').first().selectOption({ label: last });
    await preview.getByRole('heading', { name: last }).waitFor();
  });

  it.each(['slack', 'discord'])('shares a private answer of %s', async surface => {
    const { address } = await servePage();
    const page = await openPage(`${address}/?q=containers`);
    const preview = page.locator(`.preview.${surface}`);
    await preview.getByText(/only (?:visible to )?you/i).waitFor();
    await preview.getByRole('button', { name: 'Share in channel' }).click();
    await expect.poll(() => preview.getByRole('button', { name: 'Share in channel' }).count()).toBe(0);
  });

  it('goes on from the last question, as in a thread', async () => {
    const { address } = await servePage();
    const page = await openPage(`${address}/?q=containers&as=mention`);
    await page.getByLabel('As a follow-up to “containers”').check();
    await page.getByLabel('A term or a question').fill('and its downsides?');
    await page.getByRole('button', { name: 'Ask' }).click();
    await page.locator('.preview.slack').getByText('Limited Isolation').first().waitFor();
  });

  it('keeps what is half typed when a place on the page is gone to', async () => {
    const { address } = await servePage();
    const page = await openPage(`${address}/?q=containers`);
    await page.getByLabel('A term or a question').fill('half typed');
    await page.keyboard.press('Escape');
    await page.locator('a.skip').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/*#main');
    expect(await page.getByLabel('A term or a question').inputValue()).toBe('half typed');
  });

  it('lets one walk a menu with the keyboard before it is sent', async () => {
    const { address } = await servePage();
    const page = await openPage(`${address}/?q=list+network`);
    const preview = page.locator('.preview.slack');
    await preview.locator('select').focus();
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowDown');
    const chosen = await page.evaluate<string>('document.activeElement.selectedOptions[0].label');
    await preview.getByRole('button', { name: 'Go' }).click();
    await preview.getByRole('heading', { name: chosen }).waitFor();
  });

  it('explains a message without keeping it in an address', async () => {
    const { address } = await servePage();
    const page = await openPage(address);
    await page.getByLabel('Explain a message').check();
    await page.getByLabel('A term or a question').fill('we moved the containers behind a firewall');
    await page.getByRole('button', { name: 'Ask' }).click();
    await page.locator('.preview.slack').getByText('A container is a small, portable').first().waitFor();
    expect(page.url()).toBe(`${address}/`);
  });

  it('says so when a press cannot be carried out', async () => {
    const { address } = await servePage();
    const page = await openPage(`${address}/?q=containers`);
    await page.route('**/press', route => route.fulfill({ status: 500, body: '' }));
    await page.locator('.preview.slack').getByRole('button', { name: 'Advantages' }).click();
    await page.getByRole('alert').getByText('The press could not be carried out.').waitFor();
  });

  it('compares, and copies as Markdown', async () => {
    const { address } = await servePage();
    const page = await openPage(`${address}/compare?t=containers`, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.getByLabel('Another term').pressSequentially('virtual');
    await page.getByRole('option', { name: 'Virtual Machines' }).click();
    await page.getByRole('columnheader', { name: 'Virtual Machines' }).waitFor();
    await page.getByRole('button', { name: 'Copy as Markdown' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const copied = await page.evaluate('navigator.clipboard.readText()');
    expect(copied).toMatch(/^\| Aspect +\| Containers +\| Virtual Machines +\|\n/);
  });

  it('filters the terms', async () => {
    const { address } = await servePage();
    const page = await openPage(`${address}/terms`);
    await page.getByLabel('Show only').fill('firewall');
    await page.getByText('3 terms', { exact: true }).waitFor();
    expect(await page.locator('.entries li:visible a').allInnerTexts()).toEqual([
      'Firewall',
      'Next-Generation Firewall',
      'Web Application Firewall',
    ]);
  });

  it('can be read, asked and pressed without JavaScript', async () => {
    const { address } = await servePage();
    const page = await openPage(`${address}/terms`, { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'Containers', exact: true }).click();
    await page.getByText('A container is a small, portable').first().waitFor();
    await page.getByRole('link', { name: 'Ask', exact: true }).click();
    await page.getByLabel('A term or a question').fill('containers');
    await page.getByRole('button', { name: 'Ask' }).click();
    await page.locator('.preview.discord').getByRole('button', { name: 'Advantages' }).click();
    await page.getByText('Portability').first().waitFor();
  });

  it('says that the server is lost, and goes on when it is back', async () => {
    const { address, port, stop } = await servePage();
    const page = await openPage(address);
    await stop();
    await page.getByLabel('A term or a question').fill('containers');
    await page.keyboard.press('Enter');
    await page.getByText('secterm does not answer.').waitFor();
    await serveBundled(port);
    await page.locator('.preview.slack').getByRole('heading', { name: 'Containers' }).waitFor();
    await expect.poll(() => page.getByText('secterm does not answer.').count()).toBe(0);
  });

  it('walks the map with the keyboard', async () => {
    const { address } = await servePage();
    const page = await openPage(`${address}/t/containers`);
    await page.locator('.map svg a').first().focus();
    const before = await page.evaluate<string>("document.activeElement.getAttribute('href')");
    await page.keyboard.press('ArrowRight');
    const after = await page.evaluate<string>("document.activeElement.getAttribute('href')");
    expect(after).toMatch(/^\/t\//);
    expect(after).not.toBe(before);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${address}${after}`);
  });
});
