@echo off
rem Double-click this on Windows: makes Bedside's environment at the first start, then opens it in the browser.
setlocal
cd /d "%~dp0.."

set "python="
for %%V in (3.13 3.12 3.11 3.14) do if not defined python py -%%V -c "import sys" >nul 2>nul && set "python=py -%%V"
if not defined python python -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul && set "python=python"
if not defined python goto no_python

fc /b requirements.lock .venv\requirements.lock >nul 2>nul
if not errorlevel 1 goto serve
echo Setting Bedside up. This takes some minutes, once.
if not exist .venv\Scripts\python.exe %python% -m venv .venv
if errorlevel 1 goto failed
.venv\Scripts\python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
if errorlevel 1 goto failed
.venv\Scripts\python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
if errorlevel 1 goto failed
copy /y requirements.lock .venv\requirements.lock >nul

:serve
.venv\Scripts\bedside serve %*
if errorlevel 1 goto failed
exit /b 0

:no_python
echo Bedside needs Python 3.11 or newer, and there is none on this computer.
echo Install it from python.org, tick "Add python.exe to PATH", and open this file again.

:failed
echo.
echo Bedside did not start, or stopped with a mistake. What is written above says why.
pause
exit /b 1
